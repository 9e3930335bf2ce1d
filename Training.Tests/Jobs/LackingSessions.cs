using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Jobs;

/// <summary>Sessions for which nobody has enrolled: each gives the job that looks for them one warning to write.</summary>
internal static class LackingSessions
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<IReadOnlyList<Session>> SessionsThatLackPeopleAsync(this IServiceProvider services, DateOnly day, int count)
    {
        var (room, course) = (new Room("Salle 1"), new Course("C-1", CourseKind.Course));
        course.Publish(course.Revise(new CourseTerms(
            new LocalizedText("Cours", "Opleiding"), new LocalizedText("…", "…"), ["prevention"], 360, AttendancePolicyKind.GsobThreshold, 0.75m, 200, "COCOF")));
        await services.SaveAsync(room, course);
        var sessions = Enumerable.Range(1, count).Select(number =>
        {
            var session = new Session($"S-{number:0000}", course.PublishedVersionId!.Value, TeachingLanguage.Fr, room.Id, 6, 12);
            session.Plan(day, new TimeInterval(new(9, 0), new(12, 0)));
            return session;
        }).ToList();
        await services.SaveAsync([.. sessions]);
        return sessions;
    }

    /// <summary>A fault of the database in one record, such as no test double can make.</summary>
    public static Task<int> RefuseWarningsOfAsync(this IServiceProvider services, Engine engine, SessionId session) => services.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
        engine == Engine.Sqlite
            ? $"create trigger refuse_one before insert on capacity_warnings when upper(new.session_id) = '{session.Value.ToString().ToUpperInvariant()}' begin select raise(abort, 'refused by the test'); end"
            : $"""
               create function refuse_one() returns trigger language plpgsql as $$ begin raise exception 'refused by the test'; end $$;
               create trigger refuse_one before insert on capacity_warnings for each row when (new.session_id = '{session.Value}') execute function refuse_one();
               """,
        Ct));
}
