using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Seals;
using Training.Domain.Certificates;
using Training.Domain.Courses.Search;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Xunit;

namespace Training.Tests.Web;

public class CertificatePageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Verify_shows_the_whole_name_only_to_whoever_types_the_surname(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var certificate = await FirstAsync(app);
        var visitor = app.Anonymous();
        var address = $"/verify/{certificate.VerificationCode}?lang=nl";

        var page = await visitor.PageAsync(address);
        page.Body!.TextContent.ShouldContain(certificate.Content.Initials);
        page.Body.TextContent.ShouldNotContain(certificate.Content.LastName);

        using var wrong = await visitor.SubmitAsync(address, page.Form(), ("surname", "Iemand-Anders"));
        (await wrong.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("niet de naam");

        using var right = await visitor.SubmitAsync(address, page.Form(), ("surname", certificate.Content.LastName.ToUpperInvariant()));
        (await right.PageAsync()).QuerySelector("main")!.TextContent.ShouldContain(certificate.Content.PersonName);
    }

    [Theory, BothDatabases]
    public async Task Verify_says_replaced_and_revoked(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var certificate = await FirstAsync(app);
        var planner = await app.ClientForAsync("planner");
        var about = $"/fr/certificates/{certificate.Number}/about";

        using var empty = await planner.SubmitAsync(about, (await planner.PageAsync(about)).Form("#withdraw"), ("reason", ""));
        (await empty.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("motif");
        using var replaced = await planner.SubmitAsync(about, (await planner.PageAsync(about)).Form("#withdraw"), ("reason", "Nom mal orthographié"));
        replaced.StatusCode.ShouldBe(HttpStatusCode.Found);
        var next = replaced.Headers.Location!.OriginalString.Split('/')[^2];

        (await VerifyTextAsync(app, certificate.VerificationCode)).ShouldContain($"remplacée par l'attestation {next}");

        var form = (await planner.PageAsync($"/fr/certificates/{next}/about")).Form("#withdraw");
        using var revoked = await planner.PostAsync(
            new Uri($"/fr/certificates/{next}/revoke", UriKind.Relative),
            new FormUrlEncodedContent([new("reason", "Délivrée par erreur"), new("__RequestVerificationToken", form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!)]), Ct);
        revoked.StatusCode.ShouldBe(HttpStatusCode.Found);
        var code = await app.ReadAsync(db => db.Certificates.Where(c => c.Number == next).Select(c => c.VerificationCode).SingleAsync(Ct));
        (await VerifyTextAsync(app, code)).ShouldContain("a été retirée");

        using var paper = await planner.GetAsync(new Uri($"/fr/certificates/{next}", UriKind.Relative), Ct);
        paper.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await paper.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("ne s'imprime plus");
    }

    [Theory, BothDatabases]
    public async Task A_session_gives_all_its_certificates_at_once(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var session = (await FirstAsync(app)).Content.SessionCode;
        var planner = await app.ClientForAsync("planner");
        var numbers = await app.ReadAsync(db => db.Certificates.Where(c => c.Content.SessionCode == session).OrderBy(c => c.Sequence).Select(c => c.Number).ToListAsync(Ct));

        await planner.PageAsync($"/nl/certificates/sessions/{session}");
        await using var stream = await planner.GetStreamAsync(new Uri($"/nl/certificates/sessions/{session}/all.zip", UriKind.Relative), Ct);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        zip.Entries.Select(entry => entry.Name).ShouldBe([.. numbers.Select(number => $"{number}.pdf"), "SHA256SUMS"]);

        var printed = await planner.GetByteArrayAsync(new Uri($"/nl/certificates/sessions/{session}/all-fr.pdf", UriKind.Relative), Ct);
        var french = await app.ReadAsync(db => db.Certificates.CountAsync(c => c.Content.SessionCode == session && c.Language == Training.Domain.People.CorrespondenceLanguage.Fr, Ct));
        using var document = UglyToad.PdfPig.PdfDocument.Open(printed);
        document.NumberOfPages.ShouldBe(french);
        PdfReading.TextOf(printed).Split("Page 1 sur 1").Length.ShouldBe(french + 1);
    }

    [Theory, BothDatabases]
    public async Task The_list_shows_an_officer_their_own_staff_and_no_other(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var officer = await app.ClientForAsync("officer");
        var strangers = await app.ReadAsync(db => db.Certificates
            .Where(c => db.Enrolments.Any(e => e.Id == c.EnrolmentId && db.Organisations.Any(o => o.Id == e.OrganisationId && o.Code != "ASBL-01"))).Select(c => c.Number).ToListAsync(Ct));

        var text = (await officer.PageAsync("/fr/certificates")).QuerySelector("main")!.TextContent;

        text.ShouldContain("GSOB-2026-");
        strangers.Where(number => text.Contains(number, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Success_is_issued_to_those_who_are_ticked_and_to_nobody_else(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var address = $"/fr/certificates/sessions/{(await FirstAsync(app)).Content.SessionCode}";
        var planner = await app.ClientForAsync("planner");
        var page = await planner.PageAsync(address);
        var boxes = page.QuerySelectorAll<IHtmlInputElement>("#success [name=passed]").Select(box => box.Value).ToList();
        boxes.Count.ShouldBeGreaterThan(2);

        using var nobody = await planner.SubmitAsync(address, page.Form("#success"));
        (await nobody.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("Cochez");
        using var two = await planner.SubmitAsync(address, page.Form("#success"), ("passed", boxes[0]), ("passed", boxes[1]));
        two.StatusCode.ShouldBe(HttpStatusCode.Found);
        await Eventually.Async(() => app.ReadAsync(db => db.WorkItems.AllAsync(item => item.EndedAt != null, Ct)), Ct);

        (await app.ReadAsync(db => db.Certificates.Where(c => c.Kind == CertificateKind.Success).Select(c => c.EnrolmentId).ToListAsync(Ct)))
            .Select(id => id.Value.ToString()).ShouldBe(boxes[..2], ignoreOrder: true);
    }

    [Theory, BothDatabases]
    public async Task One_that_was_revoked_by_mistake_is_issued_anew_from_its_page(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var planner = await app.ClientForAsync("planner");
        var number = (await FirstAsync(app)).Number;
        var about = $"/nl/certificates/{number}/about";
        await app.DoAsync((RevokeCertificate use) => use.HandleAsync(new(number, "Verkeerde persoon"), Ct));

        using var anew = await planner.SubmitAsync(about, (await planner.PageAsync(about)).Form("#anew"));

        var next = anew.Headers.Location!.OriginalString.Split('/')[^2];
        next.ShouldNotBe(number);
        (await planner.PageAsync($"/nl/certificates/{next}/about")).QuerySelector("main")!.TextContent.ShouldContain("Geldig");
        (await planner.PageAsync(about)).QuerySelector("main")!.TextContent.ShouldContain("Verkeerde persoon");
    }

    [Theory, BothDatabases]
    public async Task Those_that_say_more_than_the_registers_are_named_and_only_revoked(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var certificate = await FirstAsync(app);
        var code = certificate.Content.SessionCode;
        var planner = await app.ClientForAsync("planner");
        (await planner.PageAsync($"/fr/certificates/sessions/{code}")).QuerySelector("#say-too-much").ShouldBeNull();
        var registers = await app.ReadAsync(db => db.Registers.Where(r => db.Sessions.Any(s => s.Id == r.SessionId && s.Code == code)).Select(r => r.Id).ToListAsync(Ct));
        foreach (var register in registers)
            (await app.DoAsync((CorrectMarks use) => use.HandleAsync(new(register, certificate.EnrolmentId, new Presence(Absent: true), "Absente"), Ct))).IsRefused.ShouldBeFalse();

        (await planner.PageAsync($"/fr/certificates/sessions/{code}")).QuerySelector("#say-too-much")!.TextContent.ShouldContain(certificate.Number);
        (await planner.PageAsync($"/fr/secretariat?q={code}")).QuerySelector("main")!.TextContent.ShouldContain("1 attestation à revoir");
        var about = await planner.PageAsync($"/fr/certificates/{certificate.Number}/about");
        about.QuerySelector("#not-anew")!.TextContent.ShouldContain("Aucune présence");
        about.QuerySelectorAll("#withdraw button").Select(button => button.TextContent).ShouldBe(["Retirer"]);
    }

    [Theory, BothDatabases]
    public async Task The_list_finds_names_whatever_the_accents_and_capitals(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var planner = await app.ClientForAsync("planner");
        var names = await app.ReadAsync(db => db.Certificates.Select(c => new { c.Number, c.Content.LastName }).ToListAsync(Ct));
        var accented = names.First(c => c.LastName.Any(letter => letter > 127));

        foreach (var typed in new[] { accented.LastName, accented.LastName.ToUpperInvariant(), PlainText.Fold(accented.LastName) })
            (await planner.PageAsync($"/fr/certificates?q={Uri.EscapeDataString(typed)}")).QuerySelector("main")!.TextContent.ShouldContain(accented.Number, Case.Sensitive, typed);
    }

    [Theory, BothDatabases]
    public async Task Verify_forgives_letters_that_a_keyboard_lacks(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var first = await FirstAsync(app);
        var code = "";
        await app.Services.DoAsync<CertificateIssue>(async issue =>
        {
            await using var numbers = await issue.BeginAsync(Ct);
            code = numbers.Add(first.EnrolmentId, CertificateKind.Success, "", first.Language, first.Content with { PersonName = "Aylin Yıldız", LastName = "Yıldız" }).VerificationCode;
            await numbers.SaveAsync(Ct);
        });
        var visitor = app.Anonymous();
        var page = await visitor.PageAsync($"/verify/{code}?lang=fr");

        using var known = await visitor.SubmitAsync($"/verify/{code}?lang=fr", page.Form(), ("surname", "YILDIZ"));
        (await known.PageAsync()).QuerySelector("main")!.TextContent.ShouldContain("Aylin Yıldız");
    }

    [Theory, BothDatabases]
    public async Task Names_that_come_out_as_boxes_on_paper_are_told_with_their_script(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var certificate = await FirstAsync(app);
        var planner = await app.ClientForAsync("planner");
        var address = $"/nl/certificates/sessions/{certificate.Content.SessionCode}";
        (await planner.PageAsync(address)).QuerySelectorAll(".boxes").ShouldBeEmpty();
        await app.ReadAsync(async db =>
        {
            var person = await db.People.SingleAsync(p => db.Enrolments.Any(e => e.Id == certificate.EnrolmentId && e.PersonId == p.Id), Ct);
            person.Restate(person.Facts with { FirstName = "小明", LastName = "王" });
            return await db.SaveChangesAsync(Ct);
        });

        (await planner.PageAsync(address)).QuerySelectorAll(".boxes").ShouldHaveSingleItem().TextContent.ShouldContain("小明 王: op papier");
    }

    [Theory, BothDatabases]
    public async Task A_reprint_is_in_one_of_the_schools_two_languages(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var number = (await FirstAsync(app)).Number;
        var planner = await app.ClientForAsync("planner");
        var about = await planner.PageAsync($"/nl/certificates/{number}/about");
        var papers = await app.ReadAsync(db => db.CertificatePapers.CountAsync(Ct));

        foreach (var language in new[] { "En", "", "7" })
        {
            using var answer = await planner.SubmitAsync($"/nl/certificates/{number}/about", about.Form($"form[action$='{number}/papers']"), ("language", language));
            (await answer.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("Kies Frans of Nederlands");
        }

        using var tooLong = await planner.SubmitAsync($"/nl/certificates/{number}/about", about.Form("#withdraw"), ("reason", new string('x', Certificate.ReasonMaxLength + 1)));
        (await tooLong.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("meer dan 500 tekens");
        (await app.ReadAsync(db => db.CertificatePapers.CountAsync(Ct))).ShouldBe(papers);
    }

    private static Task<Certificate> FirstAsync(TrainingApp app) =>
        app.ReadAsync(db => db.Certificates.AsNoTracking().OrderBy(c => c.Sequence).FirstAsync(Ct));

    private static async Task<string> VerifyTextAsync(TrainingApp app, string code) =>
        (await app.Anonymous().PageAsync($"/verify/{code}?lang=fr")).QuerySelector("main")!.TextContent;
}
