using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Certificates;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.TimeRelease;
using Training.Reports.Reporting;

namespace Training.Reports.TrainingHours;

/// <summary>The statements behind the report, each one question to the database, all as known at one instant.</summary>
public sealed class TrainingHoursFacts(TrainingDbContext db, TrainingHoursFilter filter, DateTimeOffset cutOff, IReadOnlyList<OrganisationId>? organisations = null)
{
    public sealed record AttendanceRow(OrganisationId OrganisationId, PersonId PersonId, int Attended, int Exchange, int Participations);

    public sealed record TimeReleaseRow(OrganisationId OrganisationId, PersonId PersonId, int Granted, int CarriedIn, int Reserved, int Used, int Expired, int Elsewhere, int Left);

    public sealed record CountRow(OrganisationId OrganisationId, PersonId PersonId, int Count);

    public sealed record MarkRow(EnrolmentId EnrolmentId, DateOnly Date, int SlotMinutes, IReadOnlyList<TimeInterval> Gaps);

    public DateTimeOffset CutOff => cutOff;

    /// <summary>What a report asks, as far as its reader may see it.</summary>
    public static async Task<TrainingHoursFacts> OfAsync(TrainingDbContext db, ReportContext context, CancellationToken ct)
    {
        var question = context.Question;
        var course = question.Narrowed.Where(one => one.Dimension == Dimension.Course).Select(one => one.Value).FirstOrDefault();
        var isLimited = question.Organisation is not null || !context.Reader.SeesEverything;
        return new(
            db, new(question.From, question.To, question.Funder, question.Theme, course, PersonOf(question)), context.CutOff,
            isLimited ? [.. (await ReportedOrganisations.FindAsync(db, context, ct)).Select(organisation => organisation.Id)] : null);
    }

    private static PersonId? PersonOf(ReportQuestion question) =>
        question.Narrowed.Where(one => one.Dimension == Dimension.Person).Select(one => Guid.TryParse(one.Value, out var id) ? new PersonId(id) : (PersonId?)null).FirstOrDefault();

    /// <summary>Minutes attended in sealed half-days and participations, one row a person and organisation: the heart of the report.</summary>
    public IQueryable<AttendanceRow> Attendance => (
        from mark in db.MarksHeldAt(cutOff)
        join slot in SealedSlots on mark.SlotId equals slot.Id
        join enrolment in Enrolments on mark.EnrolmentId equals enrolment.Id
        join session in db.Sessions on enrolment.SessionId equals session.Id
        join version in db.CourseVersions on session.CourseVersionId equals version.Id
        join course in db.Courses on version.CourseId equals course.Id
        group mark.AttendedMinutes by new { enrolment.Id, enrolment.OrganisationId, enrolment.PersonId, course.Kind } into ofEnrolment
        select new { ofEnrolment.Key.OrganisationId, ofEnrolment.Key.PersonId, ofEnrolment.Key.Kind, Minutes = ofEnrolment.Sum() })
        .GroupBy(participation => new { participation.OrganisationId, participation.PersonId })
        .Select(ofPerson => new AttendanceRow(
            ofPerson.Key.OrganisationId,
            ofPerson.Key.PersonId,
            ofPerson.Sum(p => p.Kind == CourseKind.Course ? p.Minutes : 0),
            ofPerson.Sum(p => p.Kind == CourseKind.Exchange ? p.Minutes : 0),
            ofPerson.Sum(p => p.Kind == CourseKind.Course && p.Minutes > 0 ? 1 : 0)));

    /// <summary>The time release of the year in which the period ends, from the ledger's lines.</summary>
    public IQueryable<TimeReleaseRow> TimeRelease =>
        from entry in db.LedgerEntries
        where entry.RecordedAt <= cutOff
        join account in Accounts on entry.AccountId equals account.Id
        where account.Year == filter.To.Year
        group entry by new { account.OrganisationId, account.PersonId } into lines
        select new TimeReleaseRow(
            lines.Key.OrganisationId,
            lines.Key.PersonId,
            lines.Sum(e => e.Kind == LedgerEntryKind.CarryIn ? 0 : e.From == LedgerAccount.Scheme || e.From == LedgerAccount.Corrected ? e.Minutes : e.To == LedgerAccount.Corrected ? -e.Minutes : 0),
            lines.Sum(e => e.Kind == LedgerEntryKind.CarryIn ? e.Minutes : 0),
            lines.Sum(e => e.To == LedgerAccount.Reserved ? e.Minutes : e.From == LedgerAccount.Reserved ? -e.Minutes : 0),
            lines.Sum(e => e.To == LedgerAccount.Consumed ? e.Minutes : e.From == LedgerAccount.Consumed ? -e.Minutes : 0),
            lines.Sum(e => e.To == LedgerAccount.Expired ? e.Minutes : e.From == LedgerAccount.Expired ? -e.Minutes : 0),
            lines.Sum(e => e.To == LedgerAccount.Elsewhere || e.To == LedgerAccount.CarriedOver ? e.Minutes
                : e.From == LedgerAccount.Elsewhere || e.From == LedgerAccount.CarriedOver ? -e.Minutes : 0),
            lines.Sum(e => e.To == LedgerAccount.Granted ? e.Minutes : e.From == LedgerAccount.Granted ? -e.Minutes : 0));

    /// <summary>Certificates of the sessions that ended in the period.</summary>
    public IQueryable<CountRow> Certificates =>
        from certificate in db.Certificates
        where certificate.Kind == CertificateKind.Participation && certificate.IssuedAt <= cutOff && (certificate.RevokedAt == null || certificate.RevokedAt > cutOff)
        join enrolment in EnrolmentsThatEnded on certificate.EnrolmentId equals enrolment.Id
        group enrolment by new { enrolment.OrganisationId, enrolment.PersonId } into issued
        select new CountRow(issued.Key.OrganisationId, issued.Key.PersonId, issued.Count());

    /// <summary>Enrolments of the sessions that ended in the period and of which nothing was attended.</summary>
    public IQueryable<CountRow> NoShows =>
        from last in db.EnrolmentTransitions
        where last.To == EnrolmentStatus.NoShow && last.RecordedAt <= cutOff
            && !db.EnrolmentTransitions.Any(later => later.EnrolmentId == last.EnrolmentId && later.RecordedAt > last.RecordedAt && later.RecordedAt <= cutOff)
        from enrolment in EnrolmentsThatEnded
        where enrolment.Id == last.EnrolmentId
        group enrolment by new { enrolment.OrganisationId, enrolment.PersonId } into missed
        select new CountRow(missed.Key.OrganisationId, missed.Key.PersonId, missed.Count());

    /// <summary>Half-days of the period that are over and not sealed: their minutes are not in the figures.</summary>
    public IQueryable<HalfDayRegister> UnsealedHalfDays(DateOnly today) => db.Registers
        .Where(register => register.Date >= filter.From && register.Date <= filter.To && register.Date < today)
        .Where(register => register.SealedAt == null || register.SealedAt > cutOff)
        .Where(register => SessionsInScope.Any(session => session.Id == register.SessionId))
        .Where(register => Enrolments.Any(enrolment => enrolment.SessionId == register.SessionId && enrolment.HoldsSeat));

    /// <summary>Everybody's slots in sealed half-days, with what was missed of them.</summary>
    public IQueryable<MarkRow> Marks =>
        from mark in db.MarksHeldAt(cutOff)
        join slot in SealedSlots on mark.SlotId equals slot.Id
        join enrolment in Enrolments on mark.EnrolmentId equals enrolment.Id
        select new MarkRow(enrolment.Id, slot.Date, slot.Minutes, mark.Gaps);

    /// <summary>What was missed in sealed half-days, decided on or not.</summary>
    // Not joins: SQLite then begins with the marks, of which few have a gap, and not with every slot of the period.
    public IQueryable<MarkRow> Missed =>
        from mark in db.MarksHeldAt(cutOff)
        where EF.Functions.Like((string)(object)mark.Gaps, "_%")
        from slot in SealedSlots
        where slot.Id == mark.SlotId
        from enrolment in Enrolments
        where enrolment.Id == mark.EnrolmentId
        select new MarkRow(enrolment.Id, slot.Date, slot.Minutes, mark.Gaps);

    public IQueryable<AbsenceRuling> Rulings =>
        from ruling in db.AbsenceRulings
        where ruling.RecordedAt <= cutOff && ruling.Date >= filter.From && ruling.Date <= filter.To
        join enrolment in Enrolments on ruling.EnrolmentId equals enrolment.Id
        select ruling;

    public IQueryable<Employment> Employments =>
        organisations is null ? db.Employments : db.Employments.Where(e => organisations.Contains(e.OrganisationId));

    private IQueryable<Enrolment> Enrolments
    {
        get
        {
            var all = organisations is null ? db.Enrolments : db.Enrolments.Where(e => organisations.Contains(e.OrganisationId));
            return filter.Person is { } person ? all.Where(e => e.PersonId == person) : all;
        }
    }

    private IQueryable<TimeReleaseAccount> Accounts =>
        organisations is null ? db.TimeReleaseAccounts : db.TimeReleaseAccounts.Where(a => organisations.Contains(a.OrganisationId));

    private IQueryable<Enrolment> EnrolmentsThatEnded =>
        from enrolment in Enrolments
        join session in SessionsInScope on enrolment.SessionId equals session.Id
        where session.LastDay >= filter.From && session.LastDay <= filter.To
        select enrolment;

    private IQueryable<TeachingSlot> SealedSlots =>
        from slot in db.TeachingSlots
        where slot.Date >= filter.From && slot.Date <= filter.To
        join session in SessionsInScope on slot.SessionId equals session.Id
        where db.Registers.Any(register => register.SessionId == slot.SessionId && register.Date == slot.Date && register.SealedAt <= cutOff
            && register.Part == (slot.Start < DayParts.AfternoonFrom ? DayPart.Morning : DayPart.Afternoon))
        select slot;

    private IQueryable<Session> SessionsInScope =>
        filter.Funder is null && filter.Theme is null && filter.Course is null
            ? db.Sessions
            : db.Sessions.Where(session => db.CourseVersions.Any(version => version.Id == session.CourseVersionId
                && (filter.Funder == null || version.FunderCode == filter.Funder)
                && (filter.Theme == null || version.Themes.Any(theme => theme.ThemeCode == filter.Theme))
                && (filter.Course == null || db.Courses.Any(course => course.Id == version.CourseId && course.Code == filter.Course))));
}
