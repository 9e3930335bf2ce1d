using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Sessions;

/// <summary>
/// Makes drafts of the same session on other dates: one copy, or a series with some weeks between. Days step aside for holidays and closing
/// days. All copies are made, or none.
/// </summary>
public sealed class CopySession(TrainingDbContext db, OfficeClock clock, ICurrentActor current, SessionPlanner planner)
{
    public const int MostCopies = 52;

    /// <param name="Times">How many copies.</param>
    /// <param name="WeeksBetween">From the first day of one copy to the first day of the next.</param>
    public sealed record Request(SessionId Session, DateOnly FirstDay, int Times, int WeeksBetween, string? AcceptedBecause);

    /// <returns>The codes of the drafts.</returns>
    public async Task<Outcome<IReadOnlyList<string>>> HandleAsync(Request request, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Times, MostCopies);
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var source = await db.Sessions.AsNoTracking().Include(s => s.Slots).Include(s => s.Trainers).AsSplitQuery().Where(s => s.Id == request.Session).OneAsync(ct);
        var course = await db.Courses.AsNoTracking()
            .Where(c => c.PublishedVersionId != null && db.CourseVersions.Any(v => v.Id == source.CourseVersionId && v.CourseId == c.Id)).OneAsync(ct);
        var working = await db.WorkingDaysAsync(ct);

        var codes = new List<string>();
        for (var copy = 0; copy < request.Times; copy++)
        {
            var plan = SessionPlan.Of(source).StartingOn(request.FirstDay.AddDays(7 * request.WeeksBetween * copy), working);
            var made = await DraftAsync(course, plan, codes, request.AcceptedBecause, ct);
            if (made.IsRefused)
                return made.Refusal;
            codes.Add(made.Value);
        }

        await transaction.CommitAsync(ct);
        return codes;
    }

    private async Task<Outcome<string>> DraftAsync(Course course, SessionPlan plan, List<string> codes, string? acceptedBecause, CancellationToken ct)
    {
        var year = plan.Slots.Select(slot => slot.Date).DefaultIfEmpty(clock.Today).Min().Year;
        var code = await SessionCodes.NextAsync(db, course.Code, year, codes, ct);
        var session = Session.Draft(
            code, course.PublishedVersionId!.Value, plan.Language, plan.Room, plan.CapacityMin, plan.CapacityMax, new(current.Actor.Name, clock.Now));
        db.Add(session);
        var applied = await planner.ApplyAsync(session, plan, acceptedBecause, ct);
        if (applied.IsRefused)
            return applied.Refusal;

        // Saved at once, so that the next copy is held against this one too.
        return await db.TrySaveAsync(ct) ? code : new ChangedMeanwhile();
    }
}
