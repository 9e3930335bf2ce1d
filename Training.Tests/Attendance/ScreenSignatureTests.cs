using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Sheets;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Funding;
using Training.Domain.People;
using Training.Domain.Time;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Attendance;

/// <summary>Signatures that are drawn on a screen.</summary>
public class ScreenSignatureTests
{
    public const string Drawing = "M100,150L140,90L190,200L240,100M300,150L420,140L500,160";

    private static readonly DateOnly Day = new(2027, 3, 8);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Is_the_path_of_a_picture_and_never_taken_for_a_national_register_number()
    {
        DrawnSignature.Read(Drawing).ShouldNotBeNull().Path.ShouldBe(Drawing);
        NationalNumberDetector.IsIn("200 90 233 210 267 90 300 210 333 90 367 210 400 90").ShouldBeTrue("the same numbers with blanks between them would be");
        NationalNumberDetector.IsIn("M200,90L233,210L267,90L300,210L333,90L367,210L400,90").ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("M500,150L501,150")]
    [InlineData("M10,10L11,11L12,12L13,13L14,14L15,15")]
    [InlineData("M100,150L140,90L190,200L240,100L300,150L420")]
    [InlineData("M100,150L140,90L190,200L240,100L300,150L1420,140")]
    [InlineData("M100,150L140,90L190,200L240,100L300,150L-20,140")]
    [InlineData("M100,150L140,90L190,200L240,100L300,150L420,140' onload='x")]
    public void Is_refused_when_it_is_no_drawing_or_too_little_of_one(string? path) => DrawnSignature.Read(path).ShouldBeNull();

    [Theory, BothDatabases]
    public async Task Is_given_for_oneself_from_the_beginning_of_the_half_day_until_it_is_sealed(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await new TaughtDay(school, Ct).PlannedAsync([Day], people: 2);
        var (morning, person) = (day.Registers[0], await PersonAsync(school, day.People[0]));

        school.Clock.SetOfficeTime(Day, new(8, 59));
        (await SignAsync(school, morning, person)).Refusal.ShouldBe(new SigningNotBegun(Day, new(9, 0)));
        school.Clock.SetOfficeTime(Day, new(9, 4));
        (await SignAsync(school, morning, person, path: "M1,1")).Refusal.ShouldBe(new SignatureMissing());
        var given = (await SignAsync(school, morning, person)).Value!;
        (await SignAsync(school, morning, person, path: "M200,150L240,90L290,200L340,100L400,150L520,140")).Value!.Id.ShouldBe(given.Id, "the first one stays");
        (await SignAsync(school, morning, PersonId.New())).Refusal.ShouldBe(new SheetCodeUnknown());

        given.Path.ShouldBe(Drawing);
        given.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(Drawing))));
        given.RecordedAt.ShouldBe(school.Clock.GetUtcNow());
        foreach (var change in new[] { "update screen_signatures set path = ''", "delete from screen_signatures" })
            await Should.ThrowAsync<System.Data.Common.DbException>(() => school.ReadAsync(db => db.Database.ExecuteSqlRawAsync(change, Ct)));

        foreach (var register in day.Registers)
            await day.MarkAsync(register, (day.People[0], Presence.Throughout), (day.People[1], Presence.Throughout));
        await day.CloseAsync(day.Registers);
        await day.SealAsync();
        (await SignAsync(school, morning, await PersonAsync(school, day.People[1]))).Refusal.ShouldBe(new RegisterSealed(Day, DayPart.Morning));
    }

    [Theory, BothDatabases]
    public async Task Is_claimable_once_the_trainer_has_signed_too_and_only_where_the_funder_accepts_a_screen(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await new TaughtDay(school, Ct).PlannedAsync([Day], people: 2);
        var (morning, afternoon) = (day.Registers[0], day.Registers[1]);
        school.Clock.SetOfficeTime(Day, new(9, 5));
        (await SignAsync(school, morning, await PersonAsync(school, day.People[0]))).IsRefused.ShouldBeFalse();
        (await CountersignAsync(school, morning)).Refusal.ShouldBe(new RegisterStillOpen(Day, DayPart.Morning));
        await day.MarkAsync(morning, (day.People[0], Presence.Throughout), (day.People[1], Presence.None));
        await day.MarkAsync(afternoon, (day.People[0], Presence.None), (day.People[1], Presence.None));
        await day.CloseAsync(day.Registers);
        await day.SealAsync();
        var grant = await PayingAsync(school, SignatureKind.SimpleElectronic);

        (await GapsAsync(school, morning)).ShouldBe([SignatureGap.TrainerUnsigned]);
        (await ClaimAsync(school, grant)).Refusal.ShouldBeOfType<NothingToClaim>();
        (await CountersignAsync(school, morning)).IsRefused.ShouldBeFalse();
        (await GapsAsync(school, morning)).ShouldBeEmpty();
        (await ClaimAsync(school, grant)).Value!.Minutes.ShouldBe(165);
    }

    [Theory, BothDatabases]
    public async Task Does_not_satisfy_a_funder_who_asks_for_paper(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await new TaughtDay(school, Ct).PlannedAsync([Day], people: 1);
        school.Clock.SetOfficeTime(Day, new(9, 5));
        (await SignAsync(school, day.Registers[0], await PersonAsync(school, day.People[0]))).IsRefused.ShouldBeFalse();
        foreach (var register in day.Registers)
            await day.MarkAsync(register, (day.People[0], Presence.Throughout));
        await day.CloseAsync(day.Registers);
        (await CountersignAsync(school, day.Registers[0])).IsRefused.ShouldBeFalse();
        await day.SealAsync();
        var grant = await PayingAsync(school, SignatureKind.PaperHalfDay);

        (await GapsAsync(school, day.Registers[0])).ShouldBe([SignatureGap.PresentButUnsigned]);
        (await ClaimAsync(school, grant)).Refusal.ShouldBeOfType<NothingToClaim>();
    }

    private static Task<PersonId> PersonAsync(TestSchool school, EnrolmentId enrolment) => school.ReadAsync(db => db.Enrolments.Where(e => e.Id == enrolment).Select(e => e.PersonId).SingleAsync(Ct));

    private static Task<Outcome<ScreenSignature>> SignAsync(TestSchool school, HalfDayRegister register, PersonId person, string path = Drawing) =>
        school.DoAsync((SignHalfDay use) => use.HandleAsync(new(register.SheetCode, person, path), Ct));

    private static Task<Outcome<ScreenSignature>> CountersignAsync(TestSchool school, HalfDayRegister register) =>
        school.DoAsync((CountersignHalfDay use) => use.HandleAsync(new(register.Id, Drawing, Reader.WholeSchool), Ct));

    private static async Task<IEnumerable<SignatureGap>> GapsAsync(TestSchool school, HalfDayRegister register) =>
        (await school.DoAsync((FindSignatureGaps use) => use.HandleAsync(new(), Ct))).Where(line => line.Register == register.Id).Select(line => line.Gap);

    private static Task<Outcome<GrantClaim>> ClaimAsync(TestSchool school, GrantId grant) =>
        school.DoAsync((ClaimGrant use) => use.HandleAsync(new(grant, Day), Ct));

    private static async Task<GrantId> PayingAsync(TestSchool school, SignatureKind signature)
    {
        await school.SaveAsync(new Programme("TEST", "COCOF", new LocalizedText("Programme", "Programma")));
        var terms = new GrantTerms(
            new LocalizedText("Subside", "Subsidie"), "REF", new DateOnly(2027, 1, 1), new DateOnly(2027, 12, 31), null, CostBasis.Delivery, 100_000, 0, null, 1,
            new GrantReach(false, null, null), signature, LocalizedText.Empty, null);
        var grant = (await school.DoAsync((DefineGrant use) => use.HandleAsync(new("SCREEN", "TEST", terms, []), Ct))).Value!.Id;
        (await school.DoAsync((AllocateMinutes use) => use.HandleAsync(new(IsPreview: false), Ct))).IsRefused.ShouldBeFalse();
        return grant;
    }
}
