using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Devices;
using Training.Domain.Attendance.Seals;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Web.Features.Registers;

/// <summary>One half-day's register: everybody who holds a seat, and what has been seen of them.</summary>
public sealed record RegisterPage(
    HalfDayRegister Register, string SessionCode, LocalizedText Course, IReadOnlyList<TimeInterval> Hours, DateTimeOffset Begins, DateTimeOffset AsOf,
    IReadOnlyList<RegisterPage.Row> People)
{
    public bool HasBegun => Begins <= AsOf;

    public bool CanMark => Register.Status == RegisterStatus.Open;

    public int Marked => People.Count(row => row.Choice is not null);

    /// <summary>The half-day after this one in the same session, once this one is closed.</summary>
    public HalfDayRegister? Next { get; init; }

    public IReadOnlyList<UnlistedPerson> Unlisted { get; init; } = [];

    /// <summary>Who could stand in: everybody who teaches here and does not teach this session.</summary>
    public IReadOnlyList<(PersonId Id, string Name)> Substitutes { get; init; } = [];

    public string? SealCode => Register.Seal is { } seal ? ShortCode.Of(seal) : null;

    /// <summary>What was put right after sealing, beside what the seal holds.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <param name="Choice">What the page shows: what was typed, else what is recorded, else nothing.</param>
    /// <param name="Known">What is recorded, so that a later answer can be told from a difference.</param>
    /// <param name="Gaps">Each stretch that was missed, of its own kind.</param>
    public sealed record Row(
        EnrolmentId Enrolment, string Name, string? Organisation, string? Choice, TimeOnly? Arrived, TimeOnly? Left, IReadOnlyList<TimeInterval> Away,
        KnownMarks Known, IReadOnlyList<(TimeInterval Hours, GapKind Gap, AbsenceKind Kind)> Gaps)
    {
        public string Initials => string.Concat(Name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Take(2).Select(part => char.ToUpperInvariant(part[0])));

        public bool HasTimes => Arrived is not null || Left is not null || Away.Count > 0;
    }

    public sealed record Correction(string Name, TimeInterval Slot, string Sealed, string Now, string? Reason, string By, DateTimeOffset At, string Code);

    /// <param name="typed">The form as it was sent, when it comes back with a refusal.</param>
    public static async Task<RegisterPage> FindAsync(
        TrainingDbContext db, Reader reader, HalfDayRegisterId id, OfficeClock clock, RegisterForm? typed, CancellationToken ct)
    {
        var register = await db.Registers.AsNoTracking()
            .Where(r => r.Id == id && db.Sessions.TaughtBy(reader).Any(s => s.Id == r.SessionId)).OneAsync(ct);
        var session = await db.Sessions.AsNoTracking().Where(s => s.Id == register.SessionId).OneAsync(ct);
        var title = await db.CourseVersions.Where(v => v.Id == session.CourseVersionId).Select(v => v.Title).SingleAsync(ct);
        var attendance = await SessionAttendance.LoadAsync(db, session.Id, ct);
        var slots = attendance.SlotsOf(register.Date, register.Part);
        var seated = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join person in db.People on enrolment.PersonId equals person.Id
            join organisation in db.Organisations on enrolment.OrganisationId equals organisation.Id
            where enrolment.SessionId == session.Id && enrolment.HoldsSeat
            orderby person.LastName, person.FirstName
            select new { enrolment.Id, Name = person.FirstName + " " + person.LastName, organisation.Code }).ToListAsync(ct);
        var next = await db.Registers.AsNoTracking()
            .Where(r => r.SessionId == session.Id && (r.Date > register.Date || (r.Date == register.Date && r.Part > register.Part)))
            .OrderBy(r => r.Date).ThenBy(r => r.Part).FirstOrDefaultAsync(ct);

        var rows = seated.ConvertAll(one => Recorded(one.Id, one.Name, one.Code, slots, attendance));
        return new RegisterPage(
            register, session.Code, title, [.. slots.Select(slot => slot.Hours)], clock.MomentOf(register.Date, slots[0].Start), clock.Now,
            typed is null ? rows : rows.ConvertAll(row => Typed(row, typed.RowOf(row.Enrolment.Value))))
        {
            Next = next,
            Unlisted = await db.UnlistedPersons.AsNoTracking().Where(p => p.RegisterId == id).OrderBy(p => p.DeviceTime).ToListAsync(ct),
            Substitutes = register.Status == RegisterStatus.Open ? await SubstitutesAsync(db, session.Id, ct) : [],
            Corrections = register.Status == RegisterStatus.Sealed
                ? await CorrectionsAsync(db, register, slots, seated.ToDictionary(one => one.Id, one => one.Name), ct)
                : [],
        };
    }

    private static async Task<IReadOnlyList<(PersonId, string)>> SubstitutesAsync(TrainingDbContext db, SessionId session, CancellationToken ct) =>
    [
        .. (await db.People.AsNoTracking()
            .Where(p => db.SessionTrainers.Any(t => t.PersonId == p.Id) && !db.SessionTrainers.Any(t => t.PersonId == p.Id && t.SessionId == session))
            .OrderBy(p => p.LastName).ThenBy(p => p.FirstName).Select(p => new { p.Id, Name = p.FirstName + " " + p.LastName }).ToListAsync(ct))
            .Select(p => (p.Id, p.Name)),
    ];

    private static async Task<IReadOnlyList<Correction>> CorrectionsAsync(
        TrainingDbContext db, HalfDayRegister register, IReadOnlyList<TeachingSlot> slots, Dictionary<EnrolmentId, string> names, CancellationToken ct)
    {
        var links = await db.RegisterSeals.AsNoTracking().Where(seal => seal.RegisterId == register.Id).OrderBy(seal => seal.Sequence).ToListAsync(ct);
        var marks = links.SelectMany(link => SealedFacts.MarksIn(link.Lines)).Select(mark => mark.Id).ToList();
        var reasons = await db.AttendanceMarks.AsNoTracking().Where(m => marks.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Reason, ct);
        var held = new Dictionary<(EnrolmentId, TeachingSlotId), SealedMark>();
        var corrections = new List<Correction>();
        foreach (var link in links)
        {
            foreach (var mark in SealedFacts.MarksIn(link.Lines))
            {
                if (link.Cause == SealCause.Corrected)
                    corrections.Add(new Correction(
                        names.GetValueOrDefault(mark.Enrolment, ""), slots.Single(slot => slot.Id == mark.Slot).Hours,
                        Missed(held.GetValueOrDefault((mark.Enrolment, mark.Slot))), Missed(mark), reasons.GetValueOrDefault(mark.Id), link.RecordedBy,
                        link.RecordedAt, ShortCode.Of(link.Seal)));
                held[(mark.Enrolment, mark.Slot)] = mark;
            }
        }

        return corrections;

        static string Missed(SealedMark? mark) => mark is null ? "–" : mark.Gaps.Length == 0 ? "0" : mark.Gaps.Replace(";", ", ", StringComparison.Ordinal);
    }

    private static Row Typed(Row recorded, RegisterForm.Row? typed) => typed is null ? recorded : recorded with
    {
        Choice = typed.Choice,
        Arrived = typed.Arrived,
        Left = typed.Left,
        Away = [.. typed.Away.Select(away => away.Hours).OfType<TimeInterval>()],
    };

    private static Row Recorded(EnrolmentId id, string name, string organisation, IReadOnlyList<TeachingSlot> slots, SessionAttendance attendance)
    {
        var seen = ObservedPresence.Of(slots, slot => attendance.MarkOf(id, slot));
        var choice = !seen.IsMarked ? null : seen.Absent ? RegisterForm.Absent : RegisterForm.Present;
        var gaps = attendance.MissedBy(id, slots).Select(missed => (missed.Hours, seen.KindOf(missed.Hours), missed.Kind));
        return new Row(
            id, name, organisation, choice, seen.Arrived, seen.Left, seen.Away,
            KnownMarks.Of(slots.Select(slot => attendance.MarkOf(id, slot)).OfType<AttendanceMark>()), [.. gaps]);
    }
}
