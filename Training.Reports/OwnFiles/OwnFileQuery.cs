using Microsoft.EntityFrameworkCore;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Reports.OwnFiles;

/// <summary>Finds everything that is kept of one person. The caller sees to it that it is the reader's own file.</summary>
public sealed class OwnFileQuery(TrainingDbContext db, OfficeClock clock)
{
    public async Task<OwnFile> FindAsync(PersonId id, CancellationToken ct)
    {
        var person = await db.People.AsNoTracking().Where(p => p.Id == id).OneAsync(ct);
        var employers = await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        var functions = await db.StaffFunctions.AsNoTracking().ToDictionaryAsync(f => f.Code, f => f.Label, ct);
        var employments = await db.Employments.AsNoTracking().Where(e => e.PersonId == id).OrderByDescending(e => e.Start).ToListAsync(ct);
        var trainings = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join session in db.Sessions on enrolment.SessionId equals session.Id
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            where enrolment.PersonId == id
            orderby session.FirstDay descending
            select new { enrolment.Id, version.Title, session.Code, session.FirstDay, session.LastDay, enrolment.Status, enrolment.RequestedAt }).ToListAsync(ct);
        var titles = trainings.ToDictionary(row => row.Id, row => row.Title);
        var enrolments = titles.Keys.ToList();
        var certificates = await db.Certificates.AsNoTracking().Where(c => enrolments.Contains(c.EnrolmentId)).OrderByDescending(c => c.IssuedAt)
            .Select(c => new { c.EnrolmentId, c.Number, c.IssuedAt, c.RevokedAt }).ToListAsync(ct);
        var accounts = await db.TimeReleaseAccounts.AsNoTracking().Where(a => a.PersonId == id).OrderByDescending(a => a.Year).ThenBy(a => a.Scheme).ToListAsync(ct);
        var requests = await db.PersonRequests.AsNoTracking().Where(r => r.PersonId == id).OrderByDescending(r => r.AskedAt).ToListAsync(ct);
        var wanted = await db.MessagePreferences.AsNoTracking().Where(p => p.PersonId == id).OrderBy(p => p.Kind).ToListAsync(ct);
        var readings = await db.FileReadings.AsNoTracking().Where(r => r.PersonId == id).OrderByDescending(r => r.RecordedAt).ToListAsync(ct);

        return new OwnFile(
            clock.LocalOn(clock.Now), id, person.Facts,
            [.. employments.Select(e => new OwnFile.Work(
                employers[e.OrganisationId], functions[e.FunctionCode], e.FteFraction, e.StaffCategory, e.FundingStatus, e.RequiredLevel, e.PostReference, e.Start, e.End, e.Remark))],
            [.. trainings.Select(row => new OwnFile.Training(row.Title, row.Code, row.FirstDay, row.LastDay, row.Status, clock.LocalOn(row.RequestedAt)))],
            [.. certificates.Select(c => new OwnFile.Certificate(c.Number, titles[c.EnrolmentId], clock.LocalOn(c.IssuedAt), c.RevokedAt))],
            [.. accounts.Select(a => new OwnFile.Release(employers[a.OrganisationId], a.Scheme, a.Year, a.GrantedMinutes, a.ReservedMinutes, a.ConsumedMinutes, a.ExpiredMinutes))],
            [.. requests.Select(r => new OwnFile.Asked(r.Kind, r.Text, clock.LocalOn(r.AskedAt), r.Status, r.Answer, r.AnsweredAt))],
            [.. wanted.Select(p => new OwnFile.Wanted(p.Kind, p.Delivery, clock.LocalOn(p.ChangedAt)))],
            [.. readings.Select(r => new OwnFile.Reading(clock.LocalOn(r.RecordedAt), r.ReadBy, r.Part))]);
    }
}
