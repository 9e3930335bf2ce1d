using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Justifications;
using Training.Domain.Attendance.Sheets;
using Training.Domain.Courses;
using Training.Domain.Funding;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Reports.SignInSheets;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Training.Tests.Reports.Pdf;
using Xunit;

namespace Training.Tests.Attendance;

public class SignInSheetTests
{
    private static readonly DateOnly Day = new(2027, 3, 8);

    private static readonly SheetOffice Office = new(language => language == "nl" ? "De school" : "L'école", language => new Uri($"https://school.example/{language}/sheets/"));

    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Lists_everybody_who_is_expected_on_pages_that_each_bear_their_code(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await new TaughtDay(school, Ct).PlannedAsync([Day], people: SignInSheetPdf.PeopleOnPage + 2);
        var register = day.Registers[0];

        var sheet = await school.DoAsync((SignInSheetQuery query) => query.OfAsync(register.Id, Reader.WholeSchool, Ct));
        var week = await school.DoAsync((SignInSheetQuery query) => query.HandleAsync(new(Reader.WholeSchool, Day, Day.AddDays(6)), Ct));
        var file = SignInSheetPdf.Write([sheet], Office, school.Clock.GetUtcNow());

        week.Select(one => one.Code).ShouldBe([.. day.Registers.Select(r => r.SheetCode)]);
        PagesOf(file).ShouldBe(2);
        var text = PdfReading.TextOf(file);
        foreach (var expected in new[] { "Test Personne1", "Test Personne15", $"{register.SheetCode}-1", $"{register.SheetCode}-2", "lundi 8 mars 2027", "09:00–10:30", "Pas sur la liste" })
            text.ShouldContain(expected);
        SignInSheetPdf.Write([sheet], Office, school.Clock.GetUtcNow()).ShouldBe(file);
    }

    [Fact]
    public void Says_everything_in_both_languages_in_a_session_that_is_taught_in_both()
    {
        var file = SignInSheetPdf.Write([SheetOf(TeachingLanguage.Bilingual)], Office, DateTimeOffset.UnixEpoch);

        var text = PdfReading.TextOf(file);
        foreach (var expected in new[] { "Feuille de présence / Aanwezigheidslijst", "Premiers secours", "Eerste hulp", "dimanche 29 mars 2026", "zondag 29 maart 2026", "09:00–12:00" })
            text.ShouldContain(expected);
        using var reader = new PaperReader(file);
        reader.Outline().ShouldContain(line => line.Contains("Figure"), "The QR code is told in words.");
        PdfReading.TextOf(SignInSheetPdf.Write([SheetOf(TeachingLanguage.Nl)], Office, DateTimeOffset.UnixEpoch)).ShouldNotContain("Feuille");
    }

    [Theory]
    [InlineData("K7QMX2PAB3-2", "K7QMX2PAB3", 2)]
    [InlineData(" k7qm x2pa b3 ", "K7QMX2PAB3", 1)]
    [InlineData("https://school.example/fr/sheets/K7QMX2PAB3-12", "K7QMX2PAB3", 12)]
    public void Is_told_by_a_code_however_it_was_copied(string typed, string code, int number) => SheetPage.Read(typed).ShouldBe(new SheetPage(code, number));

    [Theory]
    [InlineData("")]
    [InlineData("K7QMX2PAB")]
    [InlineData("K7QMX2PAB3-0")]
    [InlineData("K7QMX2PAB3-1000")]
    public void Is_not_told_by_less(string typed) => SheetPage.Read(typed).ShouldBeNull();

    [Theory, BothDatabases]
    public async Task Keeps_a_scan_with_its_digest_once_and_unaltered(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await new TaughtDay(school, Ct).PlannedAsync([Day], people: 1);
        var code = $"{day.Registers[0].SheetCode}-1";

        var kept = (await KeepAsync(school, code, Picture)).Value!;
        (await KeepAsync(school, code.ToLowerInvariant(), Picture)).Value!.Id.ShouldBe(kept.Id);

        kept.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Picture)));
        (kept.Page, kept.ContentType, kept.RegisterId).ShouldBe((1, "image/jpeg", day.Registers[0].Id));
        (await school.ReadAsync(db => db.SheetScans.CountAsync(Ct))).ShouldBe(1);
        foreach (var change in new[] { "update sheet_scans set page = 2", "delete from sheet_scans" })
            await Should.ThrowAsync<System.Data.Common.DbException>(() => school.ReadAsync(db => db.Database.ExecuteSqlRawAsync(change, Ct)));
    }

    [Theory, BothDatabases]
    public async Task Refuses_what_is_no_picture_or_of_no_sheet_of_the_sender(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await new TaughtDay(school, Ct).PlannedAsync([Day], people: 1);
        var code = $"{day.Registers[0].SheetCode}-1";

        (await KeepAsync(school, code, "MZ"u8.ToArray())).Refusal.ShouldBe(new DocumentUnreadable(DocumentFiles.MaxMegabytes));
        (await KeepAsync(school, code, new byte[DocumentFiles.MaxBytes + 1])).Refusal.ShouldBe(new DocumentUnreadable(DocumentFiles.MaxMegabytes));
        (await KeepAsync(school, "2222222222-1", Picture)).Refusal.ShouldBe(new SheetCodeUnknown());
        (await KeepAsync(school, null, Picture)).Refusal.ShouldBe(new SheetCodeUnknown());
        (await school.DoAsync((KeepSheetScan use) => use.HandleAsync(new(code, Picture, Reader.Nobody), Ct))).Refusal.ShouldBe(new SheetCodeUnknown());
    }

    [Theory, BothDatabases]
    public async Task Holds_back_from_a_claim_whoever_was_present_and_did_not_sign_until_it_is_resolved(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (day, grant) = await PaidAsync(school);
        var (signs, forgets, absent) = (day.People[0], day.People[1], day.People[2]);
        var morning = day.Registers[0];

        (await ClaimAsync(school, grant)).Refusal.ShouldBeOfType<NothingToClaim>();
        (await GapsAsync(school)).Select(line => line.Gap).ShouldBe([SignatureGap.NotChecked, SignatureGap.NotChecked]);

        await CheckAsync(school, morning, new(null, SignatureFinding.OnSheet), new(signs, SignatureFinding.OnSheet), new(forgets, SignatureFinding.Missing), new(absent, SignatureFinding.OnSheet));
        (await GapsAsync(school)).Where(line => line.Register == morning.Id).Select(line => (line.Gap, line.Enrolment)).ShouldBe(
            [(SignatureGap.PresentButUnsigned, forgets), (SignatureGap.SignedButAbsent, absent)], ignoreOrder: true);
        (await ClaimAsync(school, grant)).Value!.Minutes.ShouldBe(165);

        await CheckAsync(school, morning, new(forgets, SignatureFinding.ProvenOtherwise, "Déclaration sur l'honneur du 10 mars"), new(absent, SignatureFinding.Missing));
        (await GapsAsync(school)).ShouldAllBe(line => line.Gap == SignatureGap.NotChecked);
        (await ClaimAsync(school, grant)).Value!.Minutes.ShouldBe(165);

        // Both findings are kept.
        (await school.ReadAsync(db => db.SignatureChecks.CountAsync(c => c.EnrolmentId == forgets, Ct))).ShouldBe(2);
        await Should.ThrowAsync<System.Data.Common.DbException>(() => school.ReadAsync(db => db.Database.ExecuteSqlRawAsync("update signature_checks set finding = 'OnSheet'", Ct)));
    }

    [Theory, BothDatabases]
    public async Task Asks_what_proves_a_presence_that_nobody_signed_for_and_refuses_a_register_number(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await new TaughtDay(school, Ct).PlannedAsync([Day], people: 1);
        await day.MarkAsync(day.Registers[0], (day.People[0], Presence.Throughout));

        (await TryCheckAsync(school, day.Registers[0], new CheckSignatures.Line(day.People[0], SignatureFinding.OnSheet))).ShouldBe(new RegisterStillOpen(Day, DayPart.Morning));
        await day.CloseAsync(day.Registers[0]);
        (await TryCheckAsync(school, day.Registers[0], new CheckSignatures.Line(day.People[0], SignatureFinding.ProvenOtherwise, " "))).ShouldBe(new SignatureProofMissing());
        (await TryCheckAsync(school, day.Registers[0], new CheckSignatures.Line(day.People[0], SignatureFinding.ProvenOtherwise, "85.07.30-033.28"))).ShouldBe(new NationalNumberInText());
        (await school.ReadAsync(db => db.SignatureChecks.AnyAsync(Ct))).ShouldBeFalse();
    }

    // Three people, of whom one was absent in the morning; a grant that asks for a sheet pays the rest of both half-days.
    private static async Task<(TaughtDay Day, GrantId Grant)> PaidAsync(TestSchool school)
    {
        var day = await new TaughtDay(school, Ct).PlannedAsync([Day], people: 3);
        await day.MarkAsync(day.Registers[0], (day.People[0], Presence.Throughout), (day.People[1], Presence.Throughout), (day.People[2], Presence.None));
        await day.MarkAsync(day.Registers[1], (day.People[0], Presence.Throughout), (day.People[1], Presence.Throughout), (day.People[2], Presence.Throughout));
        await day.CloseAsync(day.Registers);
        await day.SealAsync();

        await school.SaveAsync(new Programme("TEST", "COCOF", new LocalizedText("Programme", "Programma")));
        var terms = new GrantTerms(
            new LocalizedText("Subside", "Subsidie"), "REF", new DateOnly(2027, 1, 1), new DateOnly(2027, 12, 31), null, CostBasis.Delivery, 100_000, 0, null, 1,
            new GrantReach(false, null, null), SignatureKind.PaperHalfDay, LocalizedText.Empty, null);
        var grant = (await school.DoAsync((DefineGrant use) => use.HandleAsync(new("SHEETS", "TEST", terms, []), Ct))).Value!.Id;
        (await school.DoAsync((AllocateMinutes use) => use.HandleAsync(new(IsPreview: false), Ct))).Value!.Lines.Sum(line => line.Minutes).ShouldBe((2 * 165) + (3 * 195));
        return (day, grant);
    }

    private static Task<Outcome<GrantClaim>> ClaimAsync(TestSchool school, GrantId grant) =>
        school.DoAsync((ClaimGrant use) => use.HandleAsync(new(grant, Day), Ct));

    private static Task<IReadOnlyList<FindSignatureGaps.Line>> GapsAsync(TestSchool school) => school.DoAsync((FindSignatureGaps use) => use.HandleAsync(new(), Ct));

    private static Task<Outcome<SheetScan>> KeepAsync(TestSchool school, string? code, byte[] file) =>
        school.DoAsync((KeepSheetScan use) => use.HandleAsync(new(code, file, Reader.WholeSchool), Ct));

    private static async Task CheckAsync(TestSchool school, HalfDayRegister register, params CheckSignatures.Line[] lines) =>
        (await school.DoAsync((CheckSignatures use) => use.HandleAsync(new(register.Id, lines), Ct))).IsRefused.ShouldBeFalse();

    private static async Task<Refusal?> TryCheckAsync(TestSchool school, HalfDayRegister register, params CheckSignatures.Line[] lines) =>
        (await school.DoAsync((CheckSignatures use) => use.HandleAsync(new(register.Id, lines), Ct))).Refusal;

    // Half-days of the day on which the clocks go forward.
    private static SignInSheet SheetOf(TeachingLanguage language) => new(
        SheetPage.NewCode(), "SEC-1", new LocalizedText("Premiers secours", "Eerste hulp"), language, new DateOnly(2026, 3, 29), DayPart.Morning,
        [new TimeInterval(new(9, 0), new(12, 0))], "Salle Horta", ["Nadia Verlinden"], [new("Jacobs Aline", "ASBL-01")]);

    private static int PagesOf(byte[] file)
    {
        using var document = UglyToad.PdfPig.PdfDocument.Open(file);
        return document.NumberOfPages;
    }
}
