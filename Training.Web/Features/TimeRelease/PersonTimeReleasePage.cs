using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.TimeRelease;

namespace Training.Web.Features.TimeRelease;

/// <summary>One person's time release: what is left, until when, what each coming course takes, and every line that led there.</summary>
/// <param name="MayGrantMore">The reader decides for an employer of this person.</param>
public sealed record PersonTimeReleasePage(BalanceStory Story, IReadOnlyList<PersonTimeReleasePage.Coming> Courses, bool MayGrantMore, ExceptionForm Form)
{
    /// <summary>A course that is still to come.</summary>
    /// <param name="ReservedMinutes">Set aside for it: what comes back if it is cancelled in time.</param>
    public sealed record Coming(LocalizedText Course, string SessionCode, DateOnly FirstDay, EnrolmentStatus Status, int Minutes, int ReservedMinutes, string? Scheme);

    public static async Task<PersonTimeReleasePage> FindAsync(
        TrainingDbContext db, ExplainBalance explain, Reader reader, PersonId id, DateOnly today, bool decides, ExceptionForm form, CancellationToken ct)
    {
        var story = await explain.HandleAsync(new(id, null, reader), ct);
        var rows = await (
            from enrolment in db.Enrolments.AsNoTracking()
            where enrolment.PersonId == id && (reader.SeesEverything || enrolment.PersonId == reader.AsSelf || reader.Organisations.Contains(enrolment.OrganisationId))
            join session in db.Sessions on enrolment.SessionId equals session.Id
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            where session.LastDay >= today
                && (enrolment.HoldsSeat || enrolment.Status == EnrolmentStatus.EmployerPending || enrolment.Status == EnrolmentStatus.Waitlisted)
            orderby session.FirstDay, session.Code
            select new
            {
                version.Title,
                session.Code,
                session.FirstDay,
                enrolment.Status,
                enrolment.Scheme,
                Minutes = db.TeachingSlots.Where(slot => slot.SessionId == session.Id).Sum(slot => slot.Minutes),
                Reserved = db.LedgerEntries.Where(e => e.EnrolmentId == enrolment.Id)
                    .Sum(e => e.To == LedgerAccount.Reserved ? e.Minutes : e.From == LedgerAccount.Reserved ? -e.Minutes : 0),
            }).ToListAsync(ct);

        return new PersonTimeReleasePage(
            story, [.. rows.Select(row => new Coming(row.Title, row.Code, row.FirstDay!.Value, row.Status, row.Minutes, row.Reserved, row.Scheme))],
            decides && reader.AsSelf != id && story.Accounts.Any(a => a.Account.IsCapped && reader.Organisations.Contains(a.Account.OrganisationId)), form);
    }
}
