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

namespace Training.Reports.Reporting;

/// <summary>What reports say of a participant, as it was when the report was made.</summary>
/// <param name="Fte">Of the staff of an employer: the fraction worked on the last day of the period, or nothing for who has left.</param>
/// <param name="SortName">The last name first.</param>
public sealed record ParticipantTraits(
    Guid Person, string Name, Gender Gender, int? YearOfBirth, string FunctionCode, LocalizedText Function, int? Level, string OrganisationCode, LocalizedText Organisation,
    OrganisationType OrganisationType, LocalizedText? Municipality, string SectorCode, LocalizedText Sector, bool IsPublic, string? LanguageRole,
    decimal? Fte = null, FundingStatus? Funding = null, string? SortName = null);

/// <summary>One enrolment in a session of the period, as known at the cut-off.</summary>
/// <param name="Attended">Minutes in sealed half-days of the period.</param>
/// <param name="Scheduled">Minutes of those half-days.</param>
public sealed record Participation(
    EnrolmentId Enrolment, SessionFacts Session, ParticipantTraits Who, int Attended, int Scheduled, EnrolmentStatus? Status, StepCause? StatusCause, DateTimeOffset RequestedAt,
    bool Certified, decimal ChargedEur)
{
    /// <summary>An enrolment of which nothing was attended is no participation.</summary>
    public bool Counts => Attended > 0 && Session.Kind == CourseKind.Course;

    public bool DroppedOut => Status is EnrolmentStatus.NoShow or EnrolmentStatus.BelowThreshold;
}

/// <summary>What reports say of a session.</summary>
public sealed record SessionFacts(
    SessionId Id, string Code, string CourseCode, LocalizedText Course, CourseKind Kind, string FunderCode, LocalizedText Funder, IReadOnlyList<string> Themes, IReadOnlyList<LocalizedText> ThemeNames,
    DateOnly FirstDay, DateOnly LastDay, int Seats, int PlannedMinutes, string Venue, TeachingLanguage Language);

/// <summary>Finds participations: minutes from the facts up to the cut-off, traits of people and sessions from the run where one is recomputed.</summary>
public sealed class Participations(TrainingDbContext db)
{
    /// <param name="belongs">Which of them are meant; those to which the report is narrowed, when nothing is said.</param>
    public async Task<IReadOnlyList<Participation>> FindAsync(
        ReportContext context, CancellationToken ct, DateOnly? from = null, DateOnly? to = null, Func<ParticipantTraits, SessionFacts, bool>? belongs = null)
    {
        var question = context.Question with { From = from ?? context.Question.From, To = to ?? context.Question.To };
        var cutOff = context.CutOff;
        var sessions = context.Frozen is { } known
            ? known.Sessions.Values.Where(session => session.FirstDay <= question.To && session.LastDay >= question.From).ToDictionary(session => session.Id)
            : await SessionsAsync(question, ct);
        var ids = sessions.Keys.ToList();
        var reader = context.Reader;
        var narrowed = question.Narrowed;
        belongs ??= (who, session) => narrowed.All(one => one.Dimension.Of(who, session, question.To.Year).Key == one.Value);
        var enrolments = await db.Enrolments.AsNoTracking()
            .Where(e => reader.SeesEverything || reader.Organisations.Contains(e.OrganisationId))
            .Where(e => ids.Contains(e.SessionId) && e.RequestedAt <= cutOff && (question.Organisation == null || db.Organisations.Any(o => o.Id == e.OrganisationId && o.Code == question.Organisation)))
            .Select(e => new { e.Id, e.SessionId, e.PersonId, e.OrganisationId, e.EmploymentId, e.RequestedAt }).ToListAsync(ct);
        var minutes = await MinutesAsync(question, cutOff, ct);
        var statuses = await StatusesAsync(ids, cutOff, ct);
        var certified = (await db.Certificates.AsNoTracking()
            .Where(c => c.Kind == CertificateKind.Participation && c.IssuedAt <= cutOff && (c.RevokedAt == null || c.RevokedAt > cutOff))
            .Select(c => c.EnrolmentId).ToListAsync(ct)).ToHashSet();
        var charged = (await db.ChargeLines.AsNoTracking().Where(c => c.RecordedAt <= cutOff).Select(c => new { c.EnrolmentId, c.AmountEur }).ToListAsync(ct))
            .GroupBy(c => c.EnrolmentId).ToDictionary(group => group.Key, group => group.Sum(c => c.AmountEur));
        var traits = context.Frozen is not null ? null : await TraitsAsync(enrolments.ConvertAll(e => (e.Id, e.PersonId, e.OrganisationId, e.EmploymentId)), ct);

        var found = new List<Participation>(enrolments.Count);
        foreach (var e in enrolments)
        {
            // Nobody enters a run after it was made.
            if ((context.Frozen?.People.GetValueOrDefault(e.Id.Value) ?? traits?.GetValueOrDefault(e.Id)) is not { } who
                || !belongs(who, sessions[e.SessionId]))
                continue;

            var (attended, scheduled) = minutes.GetValueOrDefault(e.Id);
            var (status, cause) = statuses.GetValueOrDefault(e.Id);
            found.Add(new Participation(
                e.Id, context.Use(sessions[e.SessionId]), context.Use(e.Id.Value, who), attended, scheduled, status, cause, e.RequestedAt, certified.Contains(e.Id), charged.GetValueOrDefault(e.Id)));
        }

        return found;
    }

    private async Task<Dictionary<SessionId, SessionFacts>> SessionsAsync(ReportQuestion question, CancellationToken ct)
    {
        var rows = await (
            from session in db.Sessions.AsNoTracking()
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            join course in db.Courses on version.CourseId equals course.Id
            join room in db.Rooms on session.RoomId equals room.Id
            where session.FirstDay <= question.To && session.LastDay >= question.From
            where question.Funder == null || version.FunderCode == question.Funder
            where question.Theme == null || version.Themes.Any(theme => theme.ThemeCode == question.Theme)
            select new
            {
                session.Id,
                session.Code,
                CourseCode = course.Code,
                version.Title,
                course.Kind,
                version.FunderCode,
                Themes = version.Themes.Select(t => t.ThemeCode).ToList(),
                session.FirstDay,
                session.LastDay,
                session.CapacityMax,
                Planned = session.Slots.Sum(s => s.Minutes),
                Room = room.Name,
                session.Language,
            }).ToListAsync(ct);
        var themes = await db.Themes.AsNoTracking().ToDictionaryAsync(t => t.Code, t => t.Label, ct);
        var funders = await db.Funders.AsNoTracking().ToDictionaryAsync(f => f.Code, f => f.Name, ct);
        return rows.ToDictionary(r => r.Id, r => new SessionFacts(
            r.Id, r.Code, r.CourseCode, r.Title, r.Kind, r.FunderCode, funders[r.FunderCode], [.. r.Themes.Order(StringComparer.Ordinal)], [.. r.Themes.Order(StringComparer.Ordinal).Select(code => themes[code])],
            r.FirstDay!.Value, r.LastDay!.Value, r.CapacityMax, r.Planned, r.Room, r.Language));
    }

    private async Task<Dictionary<EnrolmentId, (int Attended, int Scheduled)>> MinutesAsync(ReportQuestion question, DateTimeOffset cutOff, CancellationToken ct)
    {
        var rows = await (
            from mark in db.MarksHeldAt(cutOff)
            join slot in db.TeachingSlots on mark.SlotId equals slot.Id
            where slot.Date >= question.From && slot.Date <= question.To
            where db.Registers.Any(register => register.SessionId == slot.SessionId && register.Date == slot.Date && register.SealedAt <= cutOff
                && register.Part == (slot.Start < DayParts.AfternoonFrom ? DayPart.Morning : DayPart.Afternoon))
            group new { mark.AttendedMinutes, slot.Minutes } by mark.EnrolmentId into sums
            select new { sums.Key, Attended = sums.Sum(s => s.AttendedMinutes), Scheduled = sums.Sum(s => s.Minutes) }).ToListAsync(ct);
        return rows.ToDictionary(r => r.Key, r => (r.Attended, r.Scheduled));
    }

    private async Task<Dictionary<EnrolmentId, (EnrolmentStatus? Status, StepCause? Cause)>> StatusesAsync(List<SessionId> sessions, DateTimeOffset cutOff, CancellationToken ct)
    {
        var transitions = await db.EnrolmentTransitions.AsNoTracking()
            .Where(t => t.RecordedAt <= cutOff && db.Enrolments.Any(e => e.Id == t.EnrolmentId && sessions.Contains(e.SessionId)))
            .Select(t => new { t.EnrolmentId, t.Id, t.To, t.Cause, t.RecordedAt }).ToListAsync(ct);
        return transitions.GroupBy(t => t.EnrolmentId).ToDictionary(
            group => group.Key, group => group.OrderBy(t => t.RecordedAt).ThenBy(t => t.Id.Value).Select(t => ((EnrolmentStatus?)t.To, t.Cause)).Last());
    }

    private async Task<Dictionary<EnrolmentId, ParticipantTraits>> TraitsAsync(
        List<(EnrolmentId Id, PersonId Person, OrganisationId Organisation, EmploymentId Employment)> enrolments, CancellationToken ct)
    {
        var people = await db.People.AsNoTracking().ToDictionaryAsync(p => p.Id, ct);
        var employments = await db.Employments.AsNoTracking().ToDictionaryAsync(e => e.Id, ct);
        var organisations = await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Id, ct);
        var words = await TraitWords.FindAsync(db, ct);
        return enrolments.ToDictionary(e => e.Id, e => words.Of(people[e.Person], employments[e.Employment], organisations[e.Organisation]));
    }
}
