using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Training.Domain.Attendance;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Tests.Infrastructure;
using Training.Web.Features.Shared;
using Xunit;

namespace Training.Tests.Journeys;

/// <summary>A trainer with a phone, in a room without network.</summary>
public sealed class OfflineRegisterJourney(Browser browser) : Journey(browser)
{
    private const string Planned = "SEC-SUI-27S";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TrainingApp _app = null!;

    [Theory, BothDatabases]
    public async Task Marks_thirty_people_in_under_five_minutes(Engine engine)
    {
        _app = await ServeAsync(engine);
        var register = await BegunAsync(thirty: true);
        var page = await OpenAsAsync(_app, "trainer", Screen.Phone);
        var clock = System.Diagnostics.Stopwatch.StartNew();

        await OpenRegisterAsync(page, register);
        (await page.Locator("#people > li").CountAsync()).ShouldBe(30);
        await page.GetByRole(AriaRole.Button, new() { Name = Word("Register_AllPresent") }).ClickAsync();
        await page.Locator("#find").FillAsync("personne 20");
        (await page.Locator("#people > li:visible").CountAsync()).ShouldBe(1);
        await page.Locator("#people > li:visible").GetByText(Word("Register_Absent"), new() { Exact = true }).ClickAsync();
        await page.Locator("#find").FillAsync("");
        await TypeAsync(page, 3, "[data-arrived]", "09:20");
        await TypeAsync(page, 4, "[data-left]", "11:30");
        await Person(page, 4).GetByRole(AriaRole.Button, new() { Name = Word("Register_BackNow") }).ClickAsync();
        await SentAsync(page);
        await page.ShouldPassAxeAsync();
        await PictureAsync(page, "register-thirty-fr");
        await page.GetByRole(AriaRole.Button, new() { Name = Word("Register_Close"), Exact = true }).FollowAsync();
        await page.GetByText(Word("Register_ClosedNow")).WaitForAsync();

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(5));
        (await HeldMarksAsync(register)).Select(mark => mark.EnrolmentId).Distinct().Count().ShouldBe(30);
        (await RegisterAsync(register)).Status.ShouldBe(RegisterStatus.Closed);
    }

    [Theory, BothDatabases]
    public async Task Is_marked_with_the_keyboard_alone(Engine engine)
    {
        _app = await ServeAsync(engine);
        var register = await BegunAsync();
        var page = await OpenAsAsync(_app, "trainer", Screen.Desktop);
        await OpenRegisterAsync(page, register);

        await page.GetByRole(AriaRole.Button, new() { Name = Word("Register_AllPresent") }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Person(page, 0).Locator("input[value=present]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await RecordedAsync(page, 0, "absent");

        (await HeldMarksAsync(register)).Where(mark => mark.AttendedMinutes == 0).Select(mark => mark.EnrolmentId).Distinct().Count().ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Loses_nothing_of_a_half_day_without_network_when_the_browser_is_killed(Engine engine)
    {
        _app = await ServeAsync(engine);
        var register = await BegunAsync();
        await using var phone = await KillableBrowser.StartAsync(_app.Address);
        var page = await phone.OpenAsync("trainer");
        await OpenRegisterAsync(page, register);
        await KeptAsync(page, register);

        await phone.UnplugAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = Word("Register_AllPresent") }).ClickAsync();
        await WaitingAsync(page);
        await Person(page, 0).GetByText(Word("Register_Absent"), new() { Exact = true }).ClickAsync();
        await Person(page, 0).GetByText(Word("State_Saved")).WaitForAsync();
        (await _app.ReadAsync(db => db.SentMarks.CountAsync(Ct))).ShouldBe(0);

        // The tab is closed and the browser killed; still without network it is opened again on the same register.
        await page.CloseAsync();
        page = await phone.KillAndStartAsync();
        await page.GotoAsync(new Uri(_app.Address, $"/fr/registers/{register.Value}").ToString());
        await PictureAsync(page, "register-offline-fr");
        await Person(page, 0).GetByText(Word("State_Saved")).WaitForAsync();
        (await Person(page, 0).Locator("input[value=absent]").IsCheckedAsync()).ShouldBeTrue();
        await TypeAsync(page, 1, "[data-arrived]", "09:30");
        await page.Locator("#unlisted-name").FillAsync("Zoë à la porte");
        await page.GetByRole(AriaRole.Button, new() { Name = Word("Unlisted_Add") }).ClickAsync();
        await page.GetByText("Zoë à la porte").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = Word("Register_Close"), Exact = true }).ClickAsync();
        await page.GetByText(Word("Device_Closing")).WaitForAsync();

        // The network is back, but the sign-in went with the browser: nothing goes before the trainer has signed in again.
        await phone.PlugInAsync();
        await page.GetByText(Word("Device_SignedOut")).WaitForAsync();
        (await _app.ReadAsync(db => db.SentMarks.CountAsync(Ct))).ShouldBe(0);
        await page.Locator("[data-sign-in-link]").ClickAsync();
        await page.Locator("form:has(input[name=persona][value=trainer]) button").ClickAsync();
        await page.GetByText(Word("Register_ClosedNow")).WaitForAsync();

        var marks = await _app.ReadAsync(db => db.AttendanceMarks.AsNoTracking().Where(m => db.SentMarks.Any(s => s.EnrolmentId == m.EnrolmentId && s.RegisterId == register)
            && db.TeachingSlots.Any(t => t.Id == m.SlotId && db.Registers.Any(r => r.Id == register && r.Date == t.Date))).ToListAsync(Ct));
        var people = await SeatedAsync(register);
        marks.Where(mark => mark.SupersededAt is null).Select(mark => mark.EnrolmentId).Distinct().Count().ShouldBe(people);
        marks.Count.ShouldBe(marks.Select(mark => (mark.EnrolmentId, mark.SlotId)).Distinct().Count(), "Nothing twice.");
        marks.ShouldAllBe(mark => mark.SeenAt != null);
        (await _app.ReadAsync(db => db.UnlistedPersons.Where(p => p.RegisterId == register).Select(p => p.Name).SingleAsync(Ct))).ShouldBe("Zoë à la porte");
        (await RegisterAsync(register)).Status.ShouldBe(RegisterStatus.Closed);
    }

    [Theory, BothDatabases]
    public async Task Shows_a_difference_between_two_devices_to_whoever_came_later(Engine engine)
    {
        _app = await ServeAsync(engine);
        var register = await BegunAsync();
        var phone = await OpenAsAsync(_app, "trainer", Screen.Phone);
        var tablet = await OpenAsAsync(_app, "trainer", Screen.Desktop);
        await OpenRegisterAsync(phone, register);
        await KeptAsync(phone, register);
        await OpenRegisterAsync(tablet, register);

        await phone.Context.SetOfflineAsync(true);
        await Person(phone, 0).GetByText(Word("Register_Absent"), new() { Exact = true }).ClickAsync();
        await Person(phone, 1).GetByText(Word("Register_Present"), new() { Exact = true }).ClickAsync();
        await Person(phone, 1).GetByText(Word("State_Saved")).WaitForAsync();
        await Person(tablet, 0).GetByText(Word("Register_Present"), new() { Exact = true }).ClickAsync();
        await Person(tablet, 2).GetByText(Word("Register_Present"), new() { Exact = true }).ClickAsync();
        await RecordedAsync(tablet, 0, "present");
        await RecordedAsync(tablet, 2, "present");

        await phone.Context.SetOfflineAsync(false);
        await Person(phone, 0).Locator("[data-difference]").WaitForAsync();
        (await Person(phone, 0).Locator("[data-theirs]").InnerTextAsync()).ShouldContain(Word("Register_Present"));
        await phone.ShouldPassAxeAsync();
        await PictureAsync(phone, "register-difference-fr");
        (await AttendedAsync(register, phone, 0)).ShouldBeGreaterThan(0, "Nothing is won silently.");
        (await AttendedAsync(register, phone, 1)).ShouldBeGreaterThan(0, "What did not differ is merged.");

        await Person(phone, 0).Locator("[data-keep=mine]").ClickAsync();
        await RecordedAsync(phone, 0, "absent");
        (await AttendedAsync(register, phone, 0)).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Keeps_marks_while_the_sign_in_has_expired_and_sends_them_only_as_their_author(Engine engine)
    {
        _app = await ServeAsync(engine);
        var register = await BegunAsync();
        var page = await OpenAsAsync(_app, "trainer", Screen.Phone);
        await OpenRegisterAsync(page, register);
        await KeptAsync(page, register);

        await page.Context.ClearCookiesAsync();
        await Person(page, 0).GetByText(Word("Register_Absent"), new() { Exact = true }).ClickAsync();
        await page.GetByText(Word("Device_SignedOut")).WaitForAsync();

        // Somebody else signs in on the same phone: nothing is sent in their name.
        await SignInAsync(page, "planner");
        await page.GotoAsync("/fr/registers");
        await page.GetByText(Word("Device_Other").Replace("{0}", "Nadia Verlinden", StringComparison.Ordinal)).WaitForAsync();
        (await _app.ReadAsync(db => db.SentMarks.CountAsync(Ct))).ShouldBe(0);

        await SignInAsync(page, "trainer");
        await page.GotoAsync($"/fr/registers/{register.Value}");
        await SentAsync(page);
        (await _app.ReadAsync(db => db.SentMarks.Select(s => s.RecordedBy).SingleAsync(Ct))).ShouldBe("Nadia Verlinden");
    }

    protected override bool IsExpected(string complaint) =>
        complaint.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal) || complaint.Contains("ERR_ABORTED", StringComparison.Ordinal);

    private string Word(string key) => _app.Services.GetRequiredService<Texts>().In("fr", key);

    private static ILocator Person(IPage page, int index) => page.Locator("#people > li").Nth(index);

    private async Task OpenRegisterAsync(IPage page, HalfDayRegisterId register)
    {
        await page.GotoAsync(new Uri(_app.Address, $"/fr/registers/{register.Value}").ToString());
        await page.Locator("#device[data-waiting]").WaitForAsync();
    }

    // Until the page itself is kept on the device, it cannot be opened without network. WaitForFunction doesn't wait for what an
    // asynchronous function answers: its promise is enough for it.
    private static async Task KeptAsync(IPage page, HalfDayRegisterId register)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (!await page.EvaluateAsync<bool>(
            "async address => Boolean(await caches.match(address)) && (await (await caches.open('register-looks')).keys()).length > 3", $"/fr/registers/{register.Value}"))
        {
            clock.Elapsed.ShouldBeLessThan(Browser.Patience, "The device should keep the register's page and what it looks like.");
            await Task.Delay(50, Ct);
        }
    }

    private static Task SentAsync(IPage page) => page.Locator("#device[data-waiting='0']").WaitForAsync();

    // What the register is known to say of somebody: not what was tapped, but what came back.
    private static Task RecordedAsync(IPage page, int person, string choice) => page.Locator($"#people > li:nth-child({person + 1})[data-recorded={choice}]").WaitForAsync();

    private static Task WaitingAsync(IPage page) => page.Locator("#device:not([data-waiting='0'])").WaitForAsync();

    private static async Task TypeAsync(IPage page, int person, string field, string time)
    {
        if (await Person(page, person).Locator("details[open]").CountAsync() == 0)
            await Person(page, person).Locator("summary").ClickAsync();
        await Person(page, person).Locator(field).First.FillAsync(time);
    }

    private static async Task SignInAsync(IPage page, string persona)
    {
        var form = page.APIRequest.CreateFormData();
        form.Set("persona", persona);
        (await page.APIRequest.PostAsync("/demo/sign-in", new() { Form = form, MaxRedirects = 0 })).Status.ShouldBeInRange(300, 399);
    }

    /// <summary>A morning of a planned session that has just begun; with thirty people, or with those whom the sample school has.</summary>
    private async Task<HalfDayRegisterId> BegunAsync(bool thirty = false)
    {
        var register = await _app.ReadAsync(db => db.Registers.AsNoTracking()
            .Where(r => db.Sessions.Any(s => s.Id == r.SessionId && s.Code == Planned)).OrderBy(r => r.Date).ThenBy(r => r.Part).FirstAsync(Ct));
        if (thirty)
            await _app.DoAsync<TrainingDbContext, int>(db => FillToThirtyAsync(db, register.SessionId));
        _app.Clock.SetOfficeTime(register.Date, new TimeOnly(12, 0));
        return register.Id;
    }

    private static async Task<int> FillToThirtyAsync(TrainingDbContext db, SessionId session)
    {
        var there = await db.Enrolments.CountAsync(e => e.SessionId == session && e.HoldsSeat, Ct);
        var employment = await db.Employments.FirstAsync(Ct);
        await db.Sessions.Where(s => s.Id == session).ExecuteUpdateAsync(set => set.SetProperty(s => s.CapacityMax, 30).SetProperty(s => s.SeatsTaken, 30), Ct);
        foreach (var number in Enumerable.Range(there + 1, 30 - there))
        {
            var person = new Person(new PersonFacts($"Personne {number}", "Au Registre", null, CorrespondenceLanguage.Fr, Gender.NotStated, null, null));
            var held = new Employment(person.Id, employment.OrganisationId, new EmploymentTerms(
                employment.FunctionCode, 1, employment.FundingStatus, employment.StaffCategory, null, null, new DateOnly(2020, 1, 1)));
            var enrolment = Enrolment.Request(session, new(held, HoldsSeat: true, Scheme: null, DateTimeOffset.UnixEpoch.AddYears(100)), new("test", DateTimeOffset.UnixEpoch));
            enrolment.Approve(new("test", DateTimeOffset.UnixEpoch)).IsRefused.ShouldBeFalse();
            db.AddRange(person, held, enrolment);
        }

        return await db.SaveChangesAsync(Ct);
    }

    private Task<HalfDayRegister> RegisterAsync(HalfDayRegisterId id) => _app.ReadAsync(db => db.Registers.AsNoTracking().SingleAsync(r => r.Id == id, Ct));

    private Task<int> SeatedAsync(HalfDayRegisterId id) => _app.ReadAsync(db =>
        db.Enrolments.CountAsync(e => e.HoldsSeat && db.Registers.Any(r => r.Id == id && r.SessionId == e.SessionId), Ct));

    private Task<List<AttendanceMark>> HeldMarksAsync(HalfDayRegisterId id) => _app.ReadAsync(db => db.AttendanceMarks.AsNoTracking()
        .Where(m => m.SupersededAt == null && db.TeachingSlots.Any(s => s.Id == m.SlotId && db.Registers.Any(r => r.Id == id && r.SessionId == s.SessionId && r.Date == s.Date)))
        .ToListAsync(Ct));

    private async Task<int> AttendedAsync(HalfDayRegisterId id, IPage page, int person)
    {
        var enrolment = new EnrolmentId(Guid.Parse((await Person(page, person).GetAttributeAsync("data-enrolment"))!));
        return (await HeldMarksAsync(id)).Where(mark => mark.EnrolmentId == enrolment).Sum(mark => mark.AttendedMinutes);
    }
}
