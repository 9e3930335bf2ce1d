using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Sheets;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Reports.SignInSheets;

namespace Training.Web.Features.Sheets;

/// <summary>The sheet of one half-day: its scans, beside what the register says of everybody.</summary>
/// <param name="Page">The page whose code was read.</param>
public sealed record HalfDaySheetPage(
    HalfDayRegister Register, string Session, LocalizedText Course, int Page, IReadOnlyList<HalfDaySheetPage.Scan> Scans, IReadOnlyList<HalfDaySheetPage.Row> People,
    SignatureFinding? Trainer, ScreenSignature? Countersignature)
{
    /// <summary>How many pages are printed for those who are expected today.</summary>
    public int Pages => SignInSheetPdf.PagesFor(People.Count);

    public bool CanCheck => Register.Status != RegisterStatus.Open && People.Count > 0;

    public bool IsChecked => Trainer is not null || People.Any(row => row.Finding is not null);

    public string? Refusal { get; init; }

    /// <summary>Where participants sign on their own screen.</summary>
    public string SignAddress { get; init; } = "";

    public sealed record Scan(SheetScanId Id, int Page, string ContentType, string Sha256, string By, DateTimeOffset At)
    {
        public bool IsPicture => ContentType != "application/pdf";
    }

    /// <param name="Finding">Nothing while nobody has looked.</param>
    public sealed record Row(EnrolmentId Enrolment, string Name, string Organisation, int Attended, int Scheduled, SignatureFinding? Finding, string? Proof, ScreenSignature? Drawn)
    {
        public SignatureGap? Gap => Finding switch
        {
            null => null,
            SignatureFinding.Missing when Attended > 0 => SignatureGap.PresentButUnsigned,
            SignatureFinding.OnSheet or SignatureFinding.OnScreen or SignatureFinding.ProvenOtherwise when Attended == 0 => SignatureGap.SignedButAbsent,
            _ => null,
        };
    }

    public static async Task<HalfDayRegister> RegisterAsync(TrainingDbContext db, Reader reader, string code, CancellationToken ct)
    {
        var half = (SheetPage.Read(code) ?? throw new NotFoundException(nameof(HalfDayRegister))).Code;
        return await db.Registers.AsNoTracking().Where(r => r.SheetCode == half && db.Sessions.TaughtBy(reader).Any(s => s.Id == r.SessionId)).OneAsync(ct);
    }

    public static async Task<HalfDaySheetPage> FindAsync(TrainingDbContext db, Reader reader, string code, CancellationToken ct)
    {
        var register = await RegisterAsync(db, reader, code, ct);
        var session = await db.Sessions.AsNoTracking().Where(s => s.Id == register.SessionId).OneAsync(ct);
        var title = await db.CourseVersions.Where(v => v.Id == session.CourseVersionId).Select(v => v.Title).SingleAsync(ct);
        var attendance = await SessionAttendance.LoadAsync(db, session.Id, ct);
        var slots = attendance.SlotsOf(register.Date, register.Part);
        var scans = await db.SheetScans.AsNoTracking().Where(s => s.RegisterId == register.Id).OrderBy(s => s.Page).ThenBy(s => s.RecordedAt)
            .Select(s => new Scan(s.Id, s.Page, s.ContentType, s.Sha256, s.RecordedBy, s.RecordedAt)).ToListAsync(ct);
        var drawn = await db.ScreenSignatures.AsNoTracking().Where(s => s.RegisterId == register.Id).ToListAsync(ct);
        var found = await db.HoldingSignatures().Where(check => check.RegisterId == register.Id).ToListAsync(ct);
        var seated = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join person in db.People on enrolment.PersonId equals person.Id
            join organisation in db.Organisations on enrolment.OrganisationId equals organisation.Id
            where enrolment.SessionId == session.Id && enrolment.HoldsSeat
            orderby person.LastName, person.FirstName, enrolment.Id
            select new { enrolment.Id, Name = person.LastName + " " + person.FirstName, organisation.Code }).ToListAsync(ct);

        return new HalfDaySheetPage(
            register, session.Code, title, SheetPage.Read(code)!.Value.Number, scans,
            [
                .. seated.Select(one =>
                {
                    var check = found.Find(c => c.EnrolmentId == one.Id);
                    var minutes = attendance.MinutesOf(one.Id, slots);
                    return new Row(one.Id, one.Name, one.Code, minutes.Attended, slots.Sum(slot => slot.Minutes), check?.Finding, check?.Reason, drawn.Find(s => s.EnrolmentId == one.Id));
                }),
            ],
            found.Find(check => check.EnrolmentId == null)?.Finding, drawn.Find(s => s.EnrolmentId == null));
    }

    /// <summary>The page as it comes back with a refusal: what was ticked and typed stays.</summary>
    public HalfDaySheetPage With(SignatureForm form, string refusal) => this with
    {
        Refusal = refusal,
        Trainer = form.TrainerSigned ? SignatureFinding.OnSheet : Trainer,
        People = [.. People.Select(row => form.Rows.FirstOrDefault(typed => typed.Enrolment == row.Enrolment.Value) is { } typed && (typed.IsSaid || row.Drawn is null) ? row with { Finding = typed.Finding, Proof = typed.Proof } : row)],
    };
}
