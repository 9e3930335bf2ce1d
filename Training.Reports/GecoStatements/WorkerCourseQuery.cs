using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.TimeRelease;

namespace Training.Reports.GecoStatements;

/// <summary>Finds the yearly skills record of an employer's workers in GECO posts (R1b): what each followed, with its certificate.</summary>
public sealed class WorkerCourseQuery(TrainingDbContext db, OfficeClock clock)
{
    public sealed record Request(string Organisation, int Year, Reader Reader, string Author);

    public async Task<Statement<WorkerCourse>> HandleAsync(Request request, CancellationToken ct)
    {
        var employer = await EmployerOf.FindAsync(db, request.Organisation, request.Reader, ct);
        var (first, last) = (new DateOnly(request.Year, 1, 1), new DateOnly(request.Year, 12, 31));
        var workers = await WorkersAsync(employer.Id, first, last, ct);
        var lines = (await DeliveredAsync(employer.Id, workers, first, last, ct))
            .Concat(await ElsewhereAsync(employer.Id, workers, request.Year, ct))
            .OrderBy(line => line.Person, StringComparer.InvariantCultureIgnoreCase).ThenBy(line => line.From).ThenBy(line => line.Course.Fr, StringComparer.Ordinal).ToList();
        return new Statement<WorkerCourse>(
            "R1b", await EmployerOf.HeadingAsync(db, employer, last, ct), first, last, clock.AtOffice(clock.Now), request.Author, lines, WorkerCourse.Columns, []);
    }

    private sealed record Worker(Person Person, Employment Post, LocalizedText Function);

    private async Task<Dictionary<PersonId, Worker>> WorkersAsync(OrganisationId employer, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var rows = await (
            from employment in db.Employments.AsNoTracking()
            join person in db.People on employment.PersonId equals person.Id
            join function in db.StaffFunctions on employment.FunctionCode equals function.Code
            where employment.OrganisationId == employer && employment.FundingStatus != FundingStatus.NotGeco && employment.StaffCategory != StaffCategory.Volunteer
                && employment.Start <= last && (employment.End == null || employment.End >= first)
            select new { Person = person, Employment = employment, function.Label }).ToListAsync(ct);
        return rows.GroupBy(row => row.Person.Id).Select(group => group.MaxBy(row => row.Employment.Start)!)
            .ToDictionary(row => row.Person.Id, row => new Worker(row.Person, row.Employment, row.Label));
    }

    private async Task<IEnumerable<WorkerCourse>> DeliveredAsync(
        OrganisationId employer, Dictionary<PersonId, Worker> workers, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var people = workers.Keys.ToList();
        var marks = await (
            from mark in db.AttendanceMarks.AsNoTracking()
            where mark.SupersededAt == null && mark.AttendedMinutes > 0
            join slot in db.TeachingSlots on mark.SlotId equals slot.Id
            where slot.Date >= first && slot.Date <= last
            join enrolment in db.Enrolments on mark.EnrolmentId equals enrolment.Id
            where enrolment.OrganisationId == employer && people.Contains(enrolment.PersonId)
            select new { enrolment.Id, enrolment.PersonId, Slot = slot, mark.AttendedMinutes }).ToListAsync(ct);
        var sessions = marks.Select(m => m.Slot.SessionId).Distinct().ToList();
        var sealedHalves = (await db.Registers.AsNoTracking().Where(r => sessions.Contains(r.SessionId) && r.SealedAt != null)
            .Select(r => new { r.SessionId, r.Date, r.Part }).ToListAsync(ct)).Select(r => (r.SessionId, r.Date, r.Part)).ToHashSet();
        var courses = (await (
            from session in db.Sessions.AsNoTracking()
            join version in db.CourseVersions.Include(v => v.Themes) on session.CourseVersionId equals version.Id
            where sessions.Contains(session.Id)
            select new { session.Id, Version = version }).ToListAsync(ct)).ToDictionary(row => row.Id, row => row.Version);
        var themes = await db.Themes.AsNoTracking().ToDictionaryAsync(t => t.Code, t => t.Label, ct);
        var funders = await db.Funders.AsNoTracking().ToDictionaryAsync(f => f.Code, f => f.Name, ct);
        var enrolments = marks.Select(m => m.Id).Distinct().ToList();
        var certificates = (await db.Certificates.AsNoTracking().Where(c => enrolments.Contains(c.EnrolmentId) && c.RevokedAt == null)
            .Select(c => new { c.EnrolmentId, c.Number }).ToListAsync(ct)).ToLookup(c => c.EnrolmentId, c => c.Number);

        return marks.Where(m => sealedHalves.Contains((m.Slot.SessionId, m.Slot.Date, m.Slot.Part)))
            .GroupBy(m => (m.Id, m.PersonId, m.Slot.SessionId))
            .Select(seat =>
            {
                var (worker, course) = (workers[seat.Key.PersonId], courses[seat.Key.SessionId]);
                return new WorkerCourse(
                    worker.Person.FullName, worker.Post.PostReference, worker.Function, course.Title,
                    course.ThemeCodes is [var theme, ..] ? themes.GetValueOrDefault(theme) : null, seat.Min(m => m.Slot.Date), seat.Max(m => m.Slot.Date),
                    seat.Sum(m => m.AttendedMinutes), certificates[seat.Key.Id].Order(StringComparer.Ordinal).FirstOrDefault(), funders.GetValueOrDefault(course.FunderCode),
                    worker.Post.RequiredLevel, worker.Person.LevelHeld, Elsewhere: false);
            });
    }

    private async Task<IEnumerable<WorkerCourse>> ElsewhereAsync(OrganisationId employer, Dictionary<PersonId, Worker> workers, int year, CancellationToken ct)
    {
        var entries = await (
            from entry in db.LedgerEntries.AsNoTracking()
            join account in db.TimeReleaseAccounts on entry.AccountId equals account.Id
            where account.OrganisationId == employer && account.Year == year && entry.Kind == LedgerEntryKind.Elsewhere
            select new { account.PersonId, entry.Minutes, entry.Note, entry.Proof, entry.RecordedAt }).ToListAsync(ct);
        return entries.Where(line => workers.ContainsKey(line.PersonId)).Select(line =>
        {
            var (worker, day) = (workers[line.PersonId], clock.DateOn(line.RecordedAt));
            return new WorkerCourse(
                worker.Person.FullName, worker.Post.PostReference, worker.Function, new LocalizedText(line.Note ?? "", line.Note ?? ""), null, day, day, line.Minutes,
                line.Proof, null, worker.Post.RequiredLevel, worker.Person.LevelHeld, Elsewhere: true);
        });
    }
}
