using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.ChangeRecords;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.People;

/// <summary>The files of people and organisations on pages, and what a person can do with their own.</summary>
public class PeoplePagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Put_a_person_right_and_keep_what_was_typed_when_something_is_wrong(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var (officer, person) = (await app.ClientForAsync("officer"), await ColleagueAsync(app));
        var address = $"/nl/people/{person.Id.Value}/edit";

        using var wrong = await officer.SubmitAsync(address, ("FirstName", "Nieuw"), ("LastName", ""), ("Email", "geen adres"), ("Telephone", "0470 12"), ("YearOfBirth", "1700"));
        var shown = await wrong.PageAsync();
        using var right = await officer.SubmitAsync(address, ("FirstName", "Nieuw"), ("LastName", "Naam"), ("Email", ""), ("Telephone", "0470/12.34.56"), ("YearOfBirth", "1980"));

        wrong.StatusCode.ShouldBe(HttpStatusCode.OK);
        shown.QuerySelectorAll("main .error").Length.ShouldBe(4);
        shown.QuerySelector("#Email")!.GetAttribute("value").ShouldBe("geen adres");
        shown.QuerySelector("#Telephone")!.GetAttribute("value").ShouldBe("0470 12");
        right.StatusCode.ShouldBe(HttpStatusCode.Found);
        var stored = await app.ReadAsync(db => db.People.AsNoTracking().SingleAsync(p => p.Id == person.Id, Ct));
        (stored.FullName, stored.Email, stored.Telephone, stored.YearOfBirth).ShouldBe(("Nieuw Naam", null, "+32470123456", 1980));
        (await officer.PageAsync($"/nl/people/{person.Id.Value}")).QuerySelector("main")!.TextContent.ShouldContain("0470 12 34 56");
    }

    [Theory, BothDatabases]
    public async Task Open_a_new_period_when_terms_change_and_keep_the_one_before(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var (officer, person) = (await app.ClientForAsync("officer"), await ColleagueAsync(app));
        var before = await app.ReadAsync(db => db.Employments.AsNoTracking().SingleAsync(e => e.PersonId == person.Id, Ct));

        using var changed = await officer.SubmitAsync($"/fr/employments/{before.Id.Value}", (await officer.PageAsync($"/fr/employments/{before.Id.Value}")).Form($"main form[action$='{before.Id.Value}']"), ("Start", "2026-12-01"), ("Fte", "0,33"));

        changed.StatusCode.ShouldBe(HttpStatusCode.Found);
        var after = await app.ReadAsync(db => db.Employments.AsNoTracking().Where(e => e.PersonId == person.Id).OrderBy(e => e.Start).ToListAsync(Ct));
        after.Count.ShouldBe(2);
        (after[0].FteFraction, after[0].End).ShouldBe((before.FteFraction, new DateOnly(2026, 11, 30)));
        (after[1].FteFraction, after[1].End).ShouldBe((0.33m, null));
    }

    [Theory]
    [InlineData(Engine.Sqlite, "BE 0566.988.259", true)]
    [InlineData(Engine.PostgreSql, "419618535", true)]
    [InlineData(Engine.Sqlite, "0566.988.250", false)]
    public async Task Take_an_enterprise_number_as_people_write_it(Engine engine, string typed, bool isGood)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var planner = await app.ClientForAsync("planner");

        using var response = await planner.SubmitAsync("/fr/organisations/ASBL-01/edit", ("EnterpriseNumber", typed));

        response.StatusCode.ShouldBe(isGood ? HttpStatusCode.Found : HttpStatusCode.OK);
        if (!isGood)
            (await response.PageAsync()).QuerySelector("#EnterpriseNumber-error")!.TextContent.ShouldContain(typed);
    }

    [Theory, BothDatabases]
    public async Task Show_who_looked_at_ones_file_and_never_oneself(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var participant = await app.ClientForAsync("participant");
        var self = await app.ReadAsync(db => db.People.Where(p => p.Email == "maelle.vandenbroeck4@asbl-01.example.org").Select(p => p.Id).SingleAsync(Ct));
        var before = await app.ReadAsync(db => db.FileReadings.CountAsync(r => r.PersonId == self, Ct));

        await participant.PageAsync("/fr/time-release");
        await (await app.ClientForAsync("officer")).PageAsync($"/fr/people/{self.Value}");
        await (await app.ClientForAsync("planner")).PageAsync($"/fr/time-release/{self.Value}");

        (await app.ReadAsync(db => db.FileReadings.CountAsync(r => r.PersonId == self, Ct))).ShouldBe(before + 2);
        (await participant.PageAsync("/fr/my-file")).QuerySelector("main")!.TextContent.ShouldContain("Yasmina Öztürk");
    }

    [Theory, BothDatabases]
    public async Task Give_ones_file_as_json_and_as_a_pdf(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        await app.Services.DoAsync<TrainingDbContext>(async db =>
        {
            var post = await db.Employments.SingleAsync(e => db.People.Any(p => p.Id == e.PersonId && p.Email == "maelle.vandenbroeck4@asbl-01.example.org"), Ct);
            db.Add(post.ChangeTo(post.Terms with { FteFraction = 0.8m, Start = new DateOnly(2026, 9, 1) }));
            await db.SaveChangesAsync(Ct);
        });
        var participant = await app.ClientForAsync("participant");

        var json = JsonDocument.Parse(await participant.GetByteArrayAsync(new Uri("/fr/my-file.json", UriKind.Relative), Ct)).RootElement;
        var pdf = await participant.GetByteArrayAsync(new Uri("/nl/my-file.pdf", UriKind.Relative), Ct);

        json.GetProperty("facts").GetProperty("email").GetString().ShouldBe("maelle.vandenbroeck4@asbl-01.example.org");
        json.GetProperty("employments").GetArrayLength().ShouldBe(2, "the post of today, and the one before it");
        pdf.AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task Answer_an_erasure_with_reasons_for_each_class_and_stay_verifiable(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var self = await app.ReadAsync(db => db.People.Where(p => p.Email == "maelle.vandenbroeck4@asbl-01.example.org").Select(p => p.Id).SingleAsync(Ct));
        await app.Services.DoAsync<TrainingDbContext>(async db =>
        {
            var person = await db.People.SingleAsync(p => p.Id == self, Ct);
            person.Restate(person.Facts with { YearOfBirth = 1991, LevelHeld = 4, Telephone = "+32470123456" });
            await db.SaveChangesAsync(Ct);
        });
        var participant = await app.ClientForAsync("participant");
        using (var asked = await participant.SubmitAsync("/fr/my-file", (await participant.PageAsync("/fr/my-file")).Form("main form[method=post]"), ("Kind", "Erasure"), ("Text", "Effacez tout, svp.")))
            asked.StatusCode.ShouldBe(HttpStatusCode.Found);
        var request = await app.ReadAsync(db => db.PersonRequests.Where(r => r.Kind == PersonRequestKind.Erasure).Select(r => r.Id).SingleAsync(Ct));

        var planner = await app.ClientForAsync("planner");
        var page = await planner.PageAsync("/fr/person-requests");
        using var answered = await planner.SubmitAsync("/fr/person-requests", page.Form($"main form[action$='{request.Value}']"), ("answer", "Les pièces comptables restent dix ans."), ("decision", "grant"));

        page.QuerySelector("main")!.TextContent.ShouldContain("Registre des attestations");
        answered.StatusCode.ShouldBe(HttpStatusCode.Found);
        var stored = await app.ReadAsync(db => db.People.AsNoTracking().SingleAsync(p => p.Id == self, Ct));
        (stored.YearOfBirth, stored.LevelHeld, stored.Telephone, stored.Gender).ShouldBe((null, null, null, Gender.NotStated));
        stored.LastName.ShouldBe("Van den Broeck");
        (await app.ReadAsync(db => db.PersonalValues.CountAsync(v => v.Field == "YearOfBirth" && db.ChangeRecords.Any(r => r.Id == v.RecordId && r.AggregateId == self.Value), Ct))).ShouldBe(0);
        (await app.DoAsync((VerifyChangeRecords use) => use.HandleAsync(Ct))).Broken.ShouldBeNull();
        (await participant.PageAsync("/fr/my-file")).QuerySelector("main")!.TextContent.ShouldContain("dix ans");
    }

    [Theory, BothDatabases]
    public async Task Hide_personal_values_of_the_record_of_changes_from_the_administrator(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var person = await ColleagueAsync(app);
        var address = $"/fr/change-records?id={person.Id.Value}";

        (await (await app.ClientForAsync("planner")).PageAsync(address)).QuerySelector("main")!.TextContent.ShouldContain(person.LastName);
        (await (await app.ClientForAsync("administrator")).PageAsync(address)).QuerySelector("main")!.TextContent.ShouldNotContain(person.LastName);
    }

    [Theory, BothDatabases]
    public async Task Have_no_column_for_origin_nationality_or_diagnosis(Engine engine)
    {
        string[] never = ["national", "origin", "ethnic", "birthplace", "birth_place", "country", "diagnos", "disease", "religion", "niss", "insz", "register_number"];
        await using var school = await TestSchool.OnAsync(engine);

        var columns = await school.ReadAsync(db => Task.FromResult(db.Model.GetRelationalModel().Tables.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name}")).ToList()));

        columns.Count.ShouldBeGreaterThan(100);
        columns.Where(column => never.Any(word => column.Split('.')[1].Contains(word, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
    }

    [Fact]
    public void Watch_a_post_that_stands_empty()
    {
        var post = new GecoPost(new(Guid.CreateVersion7()), "P1/1", new GecoPostFacts(3, 1m));
        PostOccupancy Held(int from, int? to) => new(new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), 1m, new DateOnly(2026, from, 1), to is { } month ? new DateOnly(2026, month, 30) : null);

        post.VacancyOn(new DateOnly(2026, 6, 1), [Held(1, 4)], 6).ShouldBe(new PostVacancy(new DateOnly(2026, 5, 1), new DateOnly(2026, 11, 1)));
        post.VacancyOn(new DateOnly(2026, 6, 1), [Held(1, 4), Held(5, null)], 6).ShouldBeNull();
        post.VacancyOn(new DateOnly(2026, 6, 1), [], 6).ShouldBeNull();
    }

    private static Task<Person> ColleagueAsync(TrainingApp app) => app.ReadAsync(db => db.People.AsNoTracking().Where(p => p.Email == "mihai.yildiz" || db.Employments.Any(e => e.PersonId == p.Id
        && db.Organisations.Any(o => o.Id == e.OrganisationId && o.Code == "ASBL-01"))).OrderByDescending(p => p.Email).FirstAsync(Ct));
}
