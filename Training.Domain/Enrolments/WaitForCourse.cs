using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Enrolments;

/// <summary>Puts a person on the interest list of a course that has no planned session, or takes them off.</summary>
public sealed class WaitForCourse(TrainingDbContext db, OfficeClock clock)
{
    public sealed record Request(PersonId Person, string Course, bool Waits);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var course = await db.Courses.AsNoTracking().Where(c => c.Code == request.Course && c.PublishedVersionId != null).OneAsync(ct);
        var today = clock.Today;
        if (request.Waits && await db.Sessions.AnyAsync(s => s.FirstDay > today && (s.Status == SessionStatus.Open || s.Status == SessionStatus.Confirmed)
                && db.CourseVersions.Any(v => v.Id == s.CourseVersionId && v.CourseId == course.Id), ct))
            return new SessionIsPlanned(course.Code);

        var entry = await db.InterestEntries.SingleOrDefaultAsync(i => i.CourseId == course.Id && i.PersonId == request.Person, ct);
        if (request.Waits && entry is null)
            db.Add(new InterestEntry(request.Person, course.Id, clock.Now));
        else if (request.Waits)
            entry!.Renew(clock.Now);
        else
            entry?.Withdraw(clock.Now);

        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
