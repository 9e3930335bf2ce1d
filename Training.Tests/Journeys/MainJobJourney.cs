using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Training.Domain.ChangeRecords;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.TimeRelease;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Training.Web.Features.Shared;
using Xunit;

namespace Training.Tests.Journeys;

/// <summary>From the catalogue to the report: what the product is for, lived through by everybody whom it serves.</summary>
public sealed class MainJobJourney(Browser browser) : Journey(browser)
{
    private const string Session = "AGR-PUB-27S";
    private const string Late = "Mihai Yıldız";
    private const string Missing = "Maëlle Van den Broeck";
    private const string WithoutHours = "Łukasz Van 't Hoff";

    private static readonly string[] HalfDays = ["2027-03-08 12:05", "2027-03-08 16:35", "2027-03-15 12:05", "2027-03-15 16:35", "2027-03-16 12:05", "2027-03-16 16:35"];

    private TrainingApp _app = null!;
    private string _language = "";

    [Theory]
    [InlineData(Engine.Sqlite, "fr")]
    [InlineData(Engine.PostgreSql, "nl")]
    public async Task Runs_from_the_catalogue_to_the_report(Engine engine, string language)
    {
        (_app, _language) = (await ServeAsync(engine), language);

        await AnyoneReadsTheCatalogueAsync();
        await TheOfficerEnrolsTwoColleaguesAsync();
        await TheEmployerApprovesAsync();
        await TheTrainerTakesTheRegistersAsync();
        await TheSecretariatDecidesAndSealsAsync();
        var number = await CertificatesAreIssuedAsync();
        await TheCertificateIsVerifiedAsync(number);
        await WhoMissedTooMuchSeesWhyAsync();
        await TheManagerPullsTheHoursAsync();
        (await _app.DoAsync((VerifyChangeRecords verify) => verify.HandleAsync(TestContext.Current.CancellationToken))).Broken.ShouldBeNull();
    }

    private async Task AnyoneReadsTheCatalogueAsync()
    {
        var page = await OpenAsync(_app, Screen.Desktop, _language);
        await page.GotoAsync($"/{_language}/catalogue");
        (await page.Locator(".lead").InnerTextAsync()).ShouldContain("17");
        (await page.Locator(".lead").InnerTextAsync()).ShouldContain("34");
        (await page.Locator(".cards > li").CountAsync()).ShouldBe(10);
        await page.ShouldPassAxeAsync();
        await page.GetByText(Word("Catalogue_More")).FollowAsync();
        (await page.Locator(".cards > li").CountAsync()).ShouldBe(17);

        await page.GetByLabel(Word("Catalogue_Words")).FillAsync("AGRESSI");
        await page.Locator("main form button").First.FollowAsync();
        (await page.Locator(".cards > li").CountAsync()).ShouldBe(1);
        await page.Locator(".cards h3 a").FollowAsync();
        await page.ShouldPassAxeAsync();
        await page.Locator($"a[href$='/sessions/{Session}']").First.FollowAsync();
        (await page.Locator("tbody tr").CountAsync()).ShouldBe(3);
        await page.ShouldPassAxeAsync();

        await page.GotoAsync($"/{_language}/catalogue");
        await page.GetByText(Word("Catalogue_Filters")).ClickAsync();
        await page.GetByLabel(Word("Catalogue_Theme")).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = Word("Catalogue_Apply") }).FollowAsync();
        (await page.Locator(".cards > li").CountAsync()).ShouldBeInRange(1, 16);
    }

    private async Task TheOfficerEnrolsTwoColleaguesAsync()
    {
        var page = await OpenAsAsync(_app, "officer", Screen.Desktop, _language);
        await page.GotoAsync($"/{_language}/sessions/{Session}");
        await page.GetByRole(AriaRole.Link, new() { Name = Word("Session_Enrol") }).FollowAsync();

        // 38 hours for a full-time post, of which another course has reserved 12: 8 are left after the 18 of this one. A quarter post
        // has nine and a half.
        (await PersonOn(page, Late).InnerTextAsync()).ShouldContain("26:00");
        (await PersonOn(page, Late).InnerTextAsync()).ShouldContain("8:00");
        (await PersonOn(page, WithoutHours).InnerTextAsync()).ShouldContain("9:30");
        (await PersonOn(page, WithoutHours).GetByText(Word("Enrol_WayOut")).CountAsync()).ShouldBe(1);
        (await PersonOn(page, WithoutHours).Locator("input[name=person]").IsDisabledAsync()).ShouldBeTrue();
        await page.ShouldPassAxeAsync();

        await PersonOn(page, Late).Locator("input[name=person]").CheckAsync();
        await PersonOn(page, Missing).Locator("input[name=person]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = Word("Enrol_Submit") }).FollowAsync();
        await page.WaitForURLAsync("**/enrol/result**");
        (await page.Locator(".people > li").CountAsync()).ShouldBe(2);
        await page.ShouldPassAxeAsync();

        (await StatusOfAsync(Late)).ShouldBe(EnrolmentStatus.EmployerPending);
        (await ReservedOfAsync(Late)).ShouldBe(0);
    }

    private async Task TheEmployerApprovesAsync()
    {
        var page = await OpenAsAsync(_app, "approver", Screen.Phone, _language);
        await page.GotoAsync($"/{_language}/approvals?session={Session}");
        await page.ShouldPassAxeAsync();
        await PersonOn(page, Late).Locator("input[type=checkbox]").CheckAsync();
        await PersonOn(page, Missing).Locator("input[type=checkbox]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = Word("Approvals_Approve") }).FollowAsync();
        await page.Locator(".notice-done").WaitForAsync();
        (await page.Locator(".notice-done").InnerTextAsync()).ShouldContain("18:00");

        (await StatusOfAsync(Late)).ShouldBe(EnrolmentStatus.Confirmed);
        (await ReservedOfAsync(Late)).ShouldBe(1080);
        (await ReservedOfAsync(Missing)).ShouldBe(1080);
    }

    private async Task TheTrainerTakesTheRegistersAsync()
    {
        foreach (var (half, moment) in HalfDays.Index())
        {
            _app.Clock.SetOfficeTime(moment);
            var page = await OpenAsAsync(_app, "trainer", Screen.Phone, _language);
            await page.GotoAsync($"/{_language}/registers");
            if (half == 0)
                await page.ShouldPassAxeAsync();
            var id = await RegisterOfAsync(half);
            await page.Locator($"a[href$='{id}']").FollowAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = Word("Register_AllPresent") }).ClickAsync();
            await page.Locator(".notice-done").WaitForAsync();

            if (half is 0 or 1)
            {
                if (await PersonOn(page, Late).Locator("details[open]").CountAsync() == 0)
                    await PersonOn(page, Late).Locator("summary").ClickAsync();
                await PersonOn(page, Late).GetByLabel(Word(half == 0 ? "Register_Arrived" : "Register_Left"), new() { Exact = true }).FillAsync(half == 0 ? "09:20" : "15:40");
            }
            else if (half is 2 or 3)
            {
                await PersonOn(page, Missing).GetByText(Word("Register_Absent"), new() { Exact = true }).ClickAsync();
            }

            if (half == 0)
                await page.ShouldPassAxeAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = Word("Register_Close"), Exact = true }).FollowAsync();
            await page.GetByText(Word("Register_ClosedNow")).WaitForAsync();
            await page.Context.CloseAsync();
        }
    }

    private async Task TheSecretariatDecidesAndSealsAsync()
    {
        var page = await OpenAsAsync(_app, "planner", Screen.Desktop, _language);
        await page.GotoAsync($"/{_language}/secretariat");
        await page.ShouldPassAxeAsync();
        await page.Locator($"a[href$='/sessions/{Session}']").FollowAsync();
        await page.ShouldPassAxeAsync();

        await DecideAsync(page, Late, day: 0, "Justified", "ShortLeave", "16:00", "16:30");
        await page.GetByRole(AriaRole.Button, new() { Name = Word("Attendance_Seal") }).FollowAsync();
        await page.GetByText(Word("Attendance_Seal")).WaitForAsync(new() { State = WaitForSelectorState.Detached });

        // Forty of the seventy minutes are still pending: they stay reserved.
        (await LedgerOfAsync(Late)).ShouldBe((Reserved: 40, Consumed: 290 + 720, Released: 30));
        await DecideAsync(page, Late, day: 0, "Unjustified");
        (await LedgerOfAsync(Late)).ShouldBe((Reserved: 0, Consumed: 330 + 720, Released: 30));

        (await StatusOfAsync(Missing)).ShouldBe(EnrolmentStatus.Confirmed);
        await DecideAsync(page, Missing, day: 0, "Unjustified");
        (await StatusOfAsync(Missing)).ShouldBe(EnrolmentStatus.BelowThreshold);
        (await PersonOn(page, Late).InnerTextAsync()).ShouldContain("16:50");
        await page.ShouldPassAxeAsync();
    }

    private async Task DecideAsync(IPage page, string person, int day, string kind, string? category = null, string? from = null, string? to = null)
    {
        var details = PersonOn(page, person).Locator("details").Nth(day);
        await details.Locator("summary").ClickAsync();
        await details.Locator("select[name=kind]").SelectOptionAsync(kind);
        if (category is not null)
            await details.Locator("select[name=category]").SelectOptionAsync(category);
        if (from is not null)
        {
            await details.Locator("input[name=from]").FillAsync(from);
            await details.Locator("input[name=to]").FillAsync(to!);
        }

        await details.GetByRole(AriaRole.Button, new() { Name = Word("Ruling_Decide") }).FollowAsync();
        await page.GetByText(Word("Ruling_Done")).WaitForAsync();
    }

    private async Task<string> CertificatesAreIssuedAsync()
    {
        var page = await OpenAsAsync(_app, "planner", Screen.Desktop, _language);
        await page.GotoAsync($"/{_language}/secretariat/sessions/{Session}");
        await page.Locator("form[action$='/secretariat/certificates'] button").FollowAsync();
        await page.Locator(".notice-done").WaitForAsync();
        await page.ShouldPassAxeAsync();

        var officer = await OpenAsAsync(_app, "officer", Screen.Phone, _language);
        await officer.GotoAsync($"/{_language}/enrolments?session={Session}");
        await officer.ShouldPassAxeAsync();
        var link = PersonOn(officer, Late).Locator("a[href*='/certificates/']");
        var number = (await link.GetAttributeAsync("href"))!.Split('/')[^1];
        var paper = await officer.APIRequest.GetAsync($"/{_language}/certificates/{number}");
        paper.Status.ShouldBe(200);

        // Mihai reads French, whatever the language of the page.
        var text = PdfReading.TextOf(await paper.BodyAsync());
        text.ShouldContain("Attestation de participation");
        text.ShouldContain(Late);
        text.ShouldContain("16:50");
        text.ShouldContain(number);
        return number;
    }

    private async Task TheCertificateIsVerifiedAsync(string number)
    {
        var code = await _app.ReadAsync(db => db.Certificates.Where(c => c.Number == number).Select(c => c.VerificationCode).SingleAsync());
        var page = await OpenAsync(_app, Screen.Phone, _language);
        await page.GotoAsync($"/verify?lang={_language}");
        await page.ShouldPassAxeAsync();
        await page.GetByLabel(Word("Verify_Code")).FillAsync(string.Join(' ', code.ToLowerInvariant().Chunk(4).Select(four => new string(four))));
        await page.GetByRole(AriaRole.Button, new() { Name = Word("Verify_Check") }).FollowAsync();
        await page.Locator(".notice-done").WaitForAsync();
        var shown = await page.Locator("main").InnerTextAsync();
        shown.ShouldContain("M.Y.");
        shown.ShouldNotContain("Mihai");
        shown.ShouldNotContain("Yıldız");
        await page.ShouldPassAxeAsync();

        (await page.APIRequest.GetAsync("/verify/22222222222222222222")).Status.ShouldBe(404);
    }

    private async Task WhoMissedTooMuchSeesWhyAsync()
    {
        var page = await OpenAsAsync(_app, "participant", Screen.Phone, _language);
        await page.GotoAsync($"/{_language}/enrolments");
        var own = page.Locator(".people > li").Filter(new() { HasText = Session });
        (await own.InnerTextAsync()).ShouldContain(Word("Enrolments_NoCertificate"));
        (await own.InnerTextAsync()).ShouldContain("75");
        (await own.InnerTextAsync()).ShouldContain("12:00");
        await page.ShouldPassAxeAsync();

        var officer = await OpenAsAsync(_app, "officer", Screen.Desktop, _language);
        await officer.GotoAsync($"/{_language}/enrolments?session={Session}");
        var charge = await _app.ReadAsync(db => db.ChargeLines.Where(c => db.Enrolments.Any(e => e.Id == c.EnrolmentId
            && db.Sessions.Any(s => s.Id == e.SessionId && s.Code == Session))).Select(c => c.AmountEur).SingleAsync());
        charge.ShouldBeGreaterThan(0);
        (await PersonOn(officer, Missing).InnerTextAsync()).ShouldContain(charge.ToString("#,0.00", new System.Globalization.CultureInfo($"{_language}-BE")));
    }

    private async Task TheManagerPullsTheHoursAsync()
    {
        var page = await OpenAsAsync(_app, "manager", Screen.Desktop, _language);
        await page.GotoAsync($"/{_language}/reports/training-hours");
        await page.Locator("#from").FillAsync("2027-03-01");
        await page.Locator("#to").FillAsync("2027-03-31");
        await page.Locator("#organisation").SelectOptionAsync("ASBL-01");
        await page.Locator("main form button").FollowAsync();
        await page.Locator("table").First.WaitForAsync();
        var row = page.Locator("tbody tr").Filter(new() { HasText = Late }).Last;
        (await row.InnerTextAsync()).ShouldContain("16:50");
        (await page.Locator("tbody tr").Filter(new() { HasText = Missing }).Last.InnerTextAsync()).ShouldContain("12:00");
        await page.ShouldPassAxeAsync();

        var query = "?from=2027-03-01&to=2027-03-31&organisation=ASBL-01";
        var workbook = await page.APIRequest.GetAsync($"/{_language}/reports/training-hours.xlsx{query}");
        WorkbookReading.MinutesOf(await workbook.BodyAsync(), Late).ShouldBe(1010);
        WorkbookReading.MinutesOf(await workbook.BodyAsync(), Missing).ShouldBe(720);

        var paper = await page.APIRequest.GetAsync($"/{_language}/reports/training-hours.pdf{query}");
        var text = PdfReading.TextOf(await paper.BodyAsync());
        text.ShouldContain("16:50");
        text.ShouldContain("28:50");
    }

    private string Word(string key) => _app.Services.GetRequiredService<Texts>().In(_language, key);

    private static ILocator PersonOn(IPage page, string name) => page.Locator($".people > li[data-name=\"{name}\"]");

    private Task<EnrolmentStatus> StatusOfAsync(string name) => _app.ReadAsync(db => EnrolmentsOf(db, name).Select(e => e.Status).SingleAsync());

    private async Task<int> ReservedOfAsync(string name) => (await LedgerOfAsync(name)).Reserved;

    private Task<(int Reserved, int Consumed, int Released)> LedgerOfAsync(string name) => _app.ReadAsync(async db =>
    {
        var id = await EnrolmentsOf(db, name).Select(e => (Guid?)e.Id.Value).SingleAsync();
        var entries = (await db.LedgerEntries.AsNoTracking().ToListAsync()).Where(e => e.EnrolmentId?.Value == id).ToList();
        int Net(LedgerAccount account) => entries.Sum(e => e.To == account ? e.Minutes : e.From == account ? -e.Minutes : 0);
        return (Net(LedgerAccount.Reserved), Net(LedgerAccount.Consumed), entries.Where(e => e.Kind == LedgerEntryKind.Release).Sum(e => e.Minutes));
    });

    private static IQueryable<Enrolment> EnrolmentsOf(TrainingDbContext db, string name) =>
        from enrolment in db.Enrolments
        join person in db.People on enrolment.PersonId equals person.Id
        join session in db.Sessions on enrolment.SessionId equals session.Id
        where session.Code == Session && person.FirstName + " " + person.LastName == name
        select enrolment;

    private Task<Guid> RegisterOfAsync(int half) => _app.ReadAsync(async db =>
    {
        var registers = await (
            from register in db.Registers
            join session in db.Sessions on register.SessionId equals session.Id
            where session.Code == Session
            orderby register.Date, register.Part
            select register.Id).ToListAsync();
        return registers[half].Value;
    });
}
