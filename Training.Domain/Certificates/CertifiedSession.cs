using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Policies;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Messages;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.TimeRelease;

namespace Training.Domain.Certificates;

/// <summary>
/// What the certificates of one session are written from, and who may have one: its course, its place, its registers, and what everybody
/// attended. Job, button, replacement and issue anew ask here, and so hold to one rule.
/// </summary>
public sealed record CertifiedSession(
    Session Session, CourseVersion Course, string Room, LocalizedText? Place, SessionVerdicts Verdicts, IReadOnlyList<HalfDayRegister> HalfDays, ParameterBook Parameters, DateOnly Today)
{
    public static async Task<CertifiedSession> LoadAsync(TrainingDbContext db, OfficeClock clock, SessionId id, CancellationToken ct)
    {
        var session = await db.Sessions.AsNoTracking().Where(s => s.Id == id && s.FirstDay != null).OneAsync(ct);
        var room = await db.Rooms.AsNoTracking().SingleAsync(r => r.Id == session.RoomId, ct);
        return new CertifiedSession(
            session,
            await db.CourseVersions.AsNoTracking().SingleAsync(v => v.Id == session.CourseVersionId, ct),
            room.Name,
            await PlaceOfAsync(db, room, ct),
            await SessionVerdicts.LoadAsync(db, clock, id, ct),
            await db.Registers.AsNoTracking().Where(r => r.SessionId == id).ToListAsync(ct),
            await db.ParameterBookAsync(ct),
            clock.Today);
    }

    private static async Task<LocalizedText?> PlaceOfAsync(TrainingDbContext db, Room room, CancellationToken ct)
    {
        if (await db.Venues.AsNoTracking().SingleOrDefaultAsync(v => v.Id == room.VenueId, ct) is not { } venue)
            return null;

        var municipality = await db.Municipalities.AsNoTracking().Where(m => m.Nis == venue.Nis).Select(m => m.Name).SingleAsync(ct);
        return new LocalizedText($"{municipality.Fr} ({venue.Name.Fr}, {room.Name})", $"{municipality.Nl} ({venue.Name.Nl}, {room.Name})");
    }

    /// <summary>Why nobody may have such a certificate of this session today.</summary>
    /// <param name="quarter">For regular attendance.</param>
    public Refusal? WhyNobody(CertificateKind kind, Quarter? quarter) => kind switch
    {
        CertificateKind.RegularEnrolment => NoLeave(),
        CertificateKind.RegularAttendance => NoLeave() ?? NotOver(quarter!.Value) ?? Unsealed(quarter),
        _ => Unsealed(null),
    };

    /// <summary>Why somebody may not have what others of the session may.</summary>
    public Refusal? WhyNot(Enrolment enrolment, CertificateKind kind, Quarter? quarter) =>
        !enrolment.HoldsSeat || enrolment.Status == EnrolmentStatus.EmployerPending ? new NotEnrolled() : kind switch
        {
            CertificateKind.Participation => NotCompleted(enrolment),
            CertificateKind.Success => NotCompleted(enrolment) ?? (Verdicts.HasNotPassed(enrolment.Id) ? new SuccessNotReached(1) : null),
            // It is due on the eighth day: what nobody has decided by then is held against nobody.
            CertificateKind.RegularAttendance => Verdicts.Of(enrolment.Id).FirstOrDefault(line => line.Policy is PelQuarter && line.Quarter == quarter) is { } line ? NotMet(line) : new CourseNotRecognised(),
            _ => null,
        };

    /// <summary>Why a certificate that was issued could not be issued today.</summary>
    public Refusal? WhyNotAnew(Certificate certificate, Enrolment enrolment) =>
        (WhyNobody(certificate.Kind, certificate.Quarter) ?? WhyNot(enrolment, certificate.Kind, certificate.Quarter)) is { } because ? new ConditionsNotMet(because) : null;

    /// <summary>It holds and says more than the facts do now: a correction took minutes away, or what they gave a right to.</summary>
    public bool SaysTooMuch(Certificate certificate, Enrolment enrolment) =>
        certificate.State == CertificateState.Valid
        && (WhyNot(enrolment, certificate.Kind, certificate.Quarter) is not null
            || (certificate.Kind != CertificateKind.RegularEnrolment && MinutesOf(enrolment.Id, certificate.Quarter).Attended < certificate.Content.AttendedMinutes));

    public CertificateContent ContentFor(EnrolmentId enrolment, Person person, CertificateKind kind, Quarter? quarter)
    {
        var slots = SlotsIn(quarter);
        var minutes = MinutesOf(enrolment, quarter);
        return new CertificateContent(
            person.FullName, person.LastName, InitialsOf(person), Course.Title.Fr, Course.Title.Nl, Session.Code,
            slots.Min(slot => slot.Date), slots.Max(slot => slot.Date), Room,
            minutes.Attended, slots.Sum(slot => slot.Minutes), minutes.Justified, minutes.Unjustified)
        {
            PlaceFr = Place?.Fr,
            PlaceNl = Place?.Nl,
            LeaveCategory = IsForLeave(kind) ? PaidEducationalLeave.CategoryOf(Course.CourseId, Session.FirstDay!.Value, Parameters) : null,
            Recognition = IsForLeave(kind) ? PaidEducationalLeave.RecognitionOf(Course.CourseId, Session.FirstDay!.Value, Parameters) : null,
        };
    }

    private static bool IsForLeave(CertificateKind kind) => kind is CertificateKind.RegularEnrolment or CertificateKind.RegularAttendance;

    /// <summary>What a message about a certificate of this session refers to.</summary>
    public EnrolmentFacts Facts => EnrolmentFacts.Of(Session, Course.Title);

    private IReadOnlyList<TeachingSlot> SlotsIn(Quarter? quarter) => [.. Verdicts.Attendance.Slots.Where(slot => quarter?.Includes(slot.Date) != false)];

    private AttendedMinutes MinutesOf(EnrolmentId enrolment, Quarter? quarter) => Verdicts.Attendance.MinutesOf(enrolment, SlotsIn(quarter));

    // The figures of a course are those of the day on which it begins.
    private Refusal? NoLeave() =>
        !Parameters.Flag(ParameterKeys.EducationalLeaveCertificates, Today) || !Parameters.Flag(ParameterKeys.EducationalLeaveCertificates, Session.FirstDay!.Value)
            ? new EducationalLeaveNotOffered()
            : !PaidEducationalLeave.IsRecognised(Session, Course, Parameters) ? new CourseNotRecognised()
            : PaidEducationalLeave.RecognitionOf(Course.CourseId, Session.FirstDay.Value, Parameters) is null ? new RecognitionNotStated()
            : null;

    private Refusal? NotOver(Quarter quarter)
    {
        var end = Session.LastDay < quarter.Last ? Session.LastDay.Value : quarter.Last;
        return SlotsIn(quarter).Count == 0 ? new NotTaughtInQuarter(quarter.ToString())
            : end >= Today ? new QuarterNotOver(quarter.ToString(), end)
            : null;
    }

    private HalfDaysUnsealed? Unsealed(Quarter? quarter) =>
        HalfDays.Count(half => half.Status != RegisterStatus.Sealed && quarter?.Includes(half.Date) != false) is > 0 and var open ? new HalfDaysUnsealed(open) : null;

    private Refusal? NotCompleted(Enrolment enrolment)
    {
        var ending = Verdicts.EndingOf(enrolment.Id);
        var pending = ending.Verdict == AttendanceVerdict.Undecided ? Verdicts.MinutesOf(enrolment.Id).Pending : 0;
        return NotMet(ending) ?? (pending > 0 ? new AbsenceUndecided(pending) : enrolment.Status != EnrolmentStatus.Completed ? new CourseNotCompleted() : null);
    }

    private static Refusal? NotMet(SessionVerdicts.Line line) => line.Verdict == AttendanceVerdict.NotMet ? line.Because[0] : null;

    private static string InitialsOf(Person person) => string.Concat(
        $"{person.FirstName} {person.LastName}".Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Take(CertificateContent.MostInitials).Select(part => $"{char.ToUpperInvariant(part[0])}."));
}
