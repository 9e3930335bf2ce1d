using System.Diagnostics;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Domain.Imports;
using Training.Domain.People;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.StaffLists;

/// <summary>A staff list on the web: sent, looked at, corrected, written.</summary>
public class StaffListTests
{
    private const string Headings = "Voornaam;Naam;E-mail;Taal;Geslacht;Geboortejaar;Functie;VTE;Statuut;Geco-post;Vereist niveau;In dienst sinds;Opmerking\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Shows_new_changed_unchanged_duplicate_and_refused_rows_at_once_and_whoever_is_missing(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var officer = await app.ClientForAsync("officer");
        var list = (await File.ReadAllLinesAsync(Repository.PathOf("samples", "staff-ASBL-01.csv"), Ct)).ToList();
        list[3] = list[3].Replace("FUN-", "FUN-X", StringComparison.Ordinal);
        list[4] = list[4].Replace(";FR;", ";??;", StringComparison.Ordinal).Replace(";NL;", ";??;", StringComparison.Ordinal);
        list[5] = ReplaceField(list[5], 7, list[5].Split(';')[7] == "0,5" ? "0,75" : "0,5");
        list[10] = list[9];
        list[11] = "Nova;Nieuw;nova.nieuw@asbl-01.example.org;NL;F;1990;FUN-SW;1;NOT_GECO;;4;01/09/2026;";

        var page = await officer.PageAsync(await UploadedAsync(officer, "lijst.csv", string.Join('\n', list)));

        Count(page, "Added").ShouldBe(1);
        Count(page, "Changed").ShouldBe(1);
        Count(page, "Duplicate").ShouldBe(1);
        // Of three refused rows one says what somebody's post was before it ended.
        Count(page, "Refused").ShouldBe(3);
        Count(page, "Unchanged").ShouldBe(18);
        page.QuerySelectorAll("#corrections [aria-invalid=true]").Length.ShouldBe(3);
        page.QuerySelectorAll("#corrections .error").ShouldAllBe(why => why.TextContent.Length > 10);
        page.QuerySelectorAll("input[name=leaver]").Length.ShouldBe(2);
        page.QuerySelectorAll("input[name=leaver][checked]").Length.ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Is_for_the_employer_that_an_officer_of_several_chooses(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var officer = await app.ClientForAsync("officer");
        var employers = await app.ReadAsync(db => db.Organisations.Where(o => o.Code == "ASBL-02" || o.Code == "ASBL-03").OrderBy(o => o.Code).ToListAsync(Ct));
        var (second, foreign) = (employers[0].Id, employers[1].Id);
        var held = await app.ReadAsync(db => db.RoleGrants.Where(g => db.Organisations.Any(o => o.Id == g.OrganisationId && o.Code == "ASBL-01")
            && db.SignInIdentities.Any(i => i.AccountId == g.AccountId && i.Subject == "officer")).ToListAsync(Ct));
        await app.SaveAsync([.. held.Select(grant => new RoleGrant(grant.AccountId, grant.Role, new RoleScope(second), grant.From, "test", DateTimeOffset.UnixEpoch))]);
        var form = (await officer.PageAsync("/nl/staff-lists")).Form();
        form.QuerySelectorAll("select[name=organisation] option").Length.ShouldBe(3);
        Task<HttpResponseMessage> SendAsync(string organisation) =>
            officer.UploadAsync("/nl/staff-lists", form, "file", "lijst.csv", Encoding.UTF8.GetBytes(Headings + Row("Nova", "nova@asbl-02.example.org")), ("organisation", organisation));

        foreach (var wrong in (string[])["", foreign.Value.ToString()])
        {
            using var refused = await SendAsync(wrong);
            (await refused.PageAsync()).QuerySelector("main [role=alert]")!.TextContent.Trim().ShouldNotBeEmpty();
        }

        (await app.ReadAsync(db => db.StaffImports.CountAsync(Ct))).ShouldBe(0);
        using var sent = await SendAsync(second.Value.ToString());
        sent.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await app.ReadAsync(db => db.StaffImports.SingleAsync(Ct))).OrganisationId.ShouldBe(second);
    }

    [Theory, BothDatabases]
    public async Task Is_corrected_in_the_page_written_in_the_background_and_changes_nothing_the_second_time(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var officer = await app.ClientForAsync("officer");
        var rows = Headings + Row("Nova", "nova@asbl-01.example.org", status: "ACS") + Row("Otto", "otto@asbl-01.example.org", start: "31/02/2026") + Row("Pia", "pia@asbl-01.example.org");
        var address = await UploadedAsync(officer, "lijst.csv", rows);
        var ended = await app.ReadAsync(db => db.Employments.CountAsync(e => e.End != null, Ct));

        var page = await officer.PageAsync(address);
        var fields = page.QuerySelectorAll("#corrections select, #corrections input.form-control").Select(field => field.GetAttribute("name")!).ToList();
        using (var corrected = await officer.SubmitAsync(address, page.Form("#corrections"), (fields[0], "GECO_ASSOCIATION"), (fields[1], "28/02/2026")))
            corrected.StatusCode.ShouldBe(HttpStatusCode.Found);

        page = await officer.PageAsync(address);
        Count(page, "Refused").ShouldBe(0);
        Count(page, "Added").ShouldBe(3);
        await WrittenAsync(app, address);

        (await app.ReadAsync(db => db.People.CountAsync(p => p.LastName == "Van Proef", Ct))).ShouldBe(3);
        (await app.ReadAsync(db => db.Employments.CountAsync(e => e.End != null, Ct))).ShouldBe(ended, "Nobody leaves without being ticked.");

        var again = await UploadedAsync(officer, "lijst.csv", rows.Replace(";ACS;", ";GECO_ASSOCIATION;", StringComparison.Ordinal).Replace("31/02/2026", "28/02/2026", StringComparison.Ordinal));
        Count(await officer.PageAsync(again), "Unchanged").ShouldBe(3);
    }

    [Theory, BothDatabases]
    public async Task Ends_the_work_of_the_leavers_who_are_ticked_and_of_nobody_else(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var officer = await app.ClientForAsync("officer");
        var address = await UploadedAsync(officer, "lijst.csv", Headings + Row("Nova", "nova@asbl-01.example.org"));
        var leaver = (await officer.PageAsync(address)).QuerySelector("input[name=leaver]")!.GetAttribute("value")!;

        var before = await app.ReadAsync(db => db.Employments.Where(e => e.End != null).Select(e => e.Id).ToListAsync(Ct));
        await WrittenAsync(app, address, new Leaver(new EmploymentId(Guid.Parse(leaver)), new DateOnly(2026, 11, 30)));

        var ended = await app.ReadAsync(db => db.Employments.Where(e => e.End != null && !before.Contains(e.Id)).ToListAsync(Ct));
        ended.ShouldHaveSingleItem().Id.Value.ToString().ShouldBe(leaver);
        ended[0].End.ShouldBe(new DateOnly(2026, 11, 30));
    }

    [Theory, BothDatabases]
    public async Task Keeps_good_rows_and_leaves_refused_ones_to_be_corrected(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var planner = await app.ClientForAsync("planner");
        var employer = await app.ReadAsync(db => db.Organisations.Where(o => o.Code == "ASBL-06").Select(o => o.Id).SingleAsync(Ct));
        var file = await File.ReadAllBytesAsync(Repository.PathOf("samples", "staff-ASBL-02.csv"), Ct);

        var address = await UploadedAsync(planner, "staff.csv", file, ("organisation", employer.Value.ToString()));
        var workbook = await planner.GetByteArrayAsync(new Uri($"{address}/refused.xlsx", UriKind.Relative), Ct);
        await WrittenAsync(app, address);
        var after = await planner.PageAsync(address);

        (await app.ReadAsync(db => db.Employments.CountAsync(e => e.OrganisationId == employer, Ct))).ShouldBe(25);
        Count(after, "Refused").ShouldBe(5);
        Count(after, "Added").ShouldBe(0);
        var refused = await TableFile.ReadAsync(new MemoryStream(workbook), Ct);
        refused.Value!.Rows.Count.ShouldBe(5);
        refused.Value.Headings[13].ShouldBe("Motif du refus");
        refused.Value.Rows.ShouldAllBe(row => row.Cells[13].Length > 0);
    }

    [Theory, BothDatabases]
    public async Task Recognises_headings_in_three_languages_with_slips_and_lets_the_office_correct_them(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var officer = await app.ClientForAsync("officer");

        var guessed = await officer.PageAsync(await UploadedAsync(officer, "liste.csv",
            "Prenom;NOM;Courriel;Langues;Fonctions;F.T.E.;Funding  status;Entree en servise;Bureau\nNova;Van Proef;nova@asbl-01.example.org;NL;FUN-SW;1;NOT_GECO;01/09/2026;12\n"));
        Count(guessed, "Added").ShouldBe(1);
        guessed.QuerySelectorAll(".columns-form .tag").Length.ShouldBeGreaterThan(0);

        var address = await UploadedAsync(officer, "liste.csv",
            "A;B;Taal;Functie;VTE;Statuut;In dienst sinds\nNova;Van Proef;NL;FUN-SW;1;NOT_GECO;01/09/2026\n");
        var page = await officer.PageAsync(address);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Prénom");
        using (var chosen = await officer.SubmitAsync(address, page.Form(".panel form"), ("col-FirstName", "0"), ("col-LastName", "1")))
            chosen.StatusCode.ShouldBe(HttpStatusCode.Found);
        Count(await officer.PageAsync(address), "Added").ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Leaves_alone_what_the_list_has_no_column_for(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var officer = await app.ClientForAsync("officer");
        var known = (await File.ReadAllLinesAsync(Repository.PathOf("samples", "staff-ASBL-01.csv"), Ct))[1].Split(';');

        var page = await officer.PageAsync(await UploadedAsync(officer, "kort.csv",
            $"Prénom;Nom;E-mail;Langue;Fonction;ETP;Statut;Entrée en service\n{string.Join(';', known[0], known[1], known[2], known[3], known[6], known[7], known[8], known[11])}\n"));

        Count(page, "Unchanged").ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Never_keeps_a_register_number_nor_the_file_whose_name_holds_one(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var officer = await app.ClientForAsync("officer");
        var address = await UploadedAsync(officer, "lijst.csv",
            Headings.Replace("Opmerking", "Rijksregister", StringComparison.Ordinal) + Row("Nova", "nova@asbl-01.example.org", remark: "991399-001-72") + Row("Pia", "pia@asbl-01.example.org", function: "00.13.99-001.59"));

        var page = await officer.PageAsync(address);

        Count(page, "Refused").ShouldBe(2);
        page.Body!.InnerHtml.ShouldNotContain("991399");
        (await app.ReadAsync(db => db.StaffImports.Select(i => i.Rows).ToListAsync(Ct))).ShouldAllBe(rows => !rows.Contains("991399") && !rows.Contains("00.13.99"));
        using var named = await officer.UploadAsync("/fr/staff-lists", (await officer.PageAsync("/fr/staff-lists")).Form("main form"), "file", "991399-001-72.csv", Encoding.UTF8.GetBytes(Headings));
        named.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory, BothDatabases]
    public async Task Says_nothing_of_people_who_are_known_to_another_employer(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var officer = await app.ClientForAsync("officer");
        var stranger = await app.ReadAsync(db => db.People.Where(p => p.Email!.EndsWith("@asbl-02.example.org")).OrderBy(p => p.Email).FirstAsync(Ct));

        var page = await officer.PageAsync(await UploadedAsync(officer, "lijst.csv", Headings + Row(stranger.FirstName, stranger.Email!)));

        Count(page, "Added").ShouldBe(1);
        page.Body!.TextContent.ShouldNotContain("ASBL-02");
    }

    [Theory, BothDatabases]
    public async Task Previews_five_thousand_rows_within_five_seconds(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var officer = await app.ClientForAsync("officer");
        var list = new StringBuilder(Headings);
        for (var i = 0; i < 5000; i++)
            list.Append(Row($"Persoon {i}", $"p{i}@asbl-01.example.org"));
        var form = (await officer.PageAsync("/fr/staff-lists")).Form("main form");

        var watch = Stopwatch.StartNew();
        using var sent = await officer.UploadAsync("/fr/staff-lists", form, "file", "groot.csv", Encoding.UTF8.GetBytes(list.ToString()));
        var page = await officer.PageAsync(sent.Headers.Location!.ToString());
        watch.Stop();

        Count(page, "Added").ShouldBe(5000);
        TestContext.Current.TestOutputHelper!.WriteLine($"{watch.ElapsedMilliseconds} ms");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    // What the page orders and the background does, without waiting for the one or the other: the journey goes through both.
    private static async Task WrittenAsync(TrainingApp app, string address, params Leaver[] leavers)
    {
        var id = new StaffImportId(Guid.Parse(address.Split('/')[^1]));
        (await app.DoAsync((OrderStaffList use) => use.HandleAsync(new(id, leavers, Reader.WholeSchool), Ct))).IsRefused.ShouldBeFalse();
        await app.DoAsync((CommitStaffList use) => use.HandleAsync(new(id, (_, _) => Task.CompletedTask), Ct));
    }

    private static Task<string> UploadedAsync(HttpClient client, string name, string content, params (string, string)[] fields) =>
        UploadedAsync(client, name, Encoding.UTF8.GetBytes(content), fields);

    private static async Task<string> UploadedAsync(HttpClient client, string name, byte[] content, params (string, string)[] fields)
    {
        using var sent = await client.UploadAsync("/fr/staff-lists", (await client.PageAsync("/fr/staff-lists")).Form("main form"), "file", name, content, fields);
        sent.StatusCode.ShouldBe(HttpStatusCode.Found, await sent.Content.ReadAsStringAsync(Ct));
        return sent.Headers.Location!.ToString();
    }

    private static int Count(IParentNode page, string verdict) =>
        page.QuerySelector($".verdicts a[href='#{verdict}'] strong") is { } count ? int.Parse(count.TextContent, System.Globalization.CultureInfo.InvariantCulture) : 0;

    private static string Row(string first, string email, string status = "NOT_GECO", string start = "01/09/2026", string remark = "", string function = "FUN-SW") =>
        $"{first};Van Proef;{email};NL;F;1990;{function};1;{status};;4;{start};{remark}\n";

    private static string ReplaceField(string line, int index, string value)
    {
        var cells = line.Split(';');
        cells[index] = value;
        return string.Join(';', cells);
    }
}
