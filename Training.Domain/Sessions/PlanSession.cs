using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Sessions;

/// <summary>Makes a draft of a session, or plans one anew that has not begun.</summary>
public sealed class PlanSession(TrainingDbContext db, OfficeClock clock, ICurrentActor current, SessionPlanner planner)
{
    /// <param name="Session">Nothing for a new one, which is sold with the version that is published now.</param>
    /// <param name="Version">The version of the session that the planner saw, so that nobody's change is overwritten unseen.</param>
    /// <param name="Code">Nothing lets the code follow from the course and the year.</param>
    public sealed record Request(SessionId? Session, int Version, CourseId Course, string? Code, SessionPlan Plan, string? AcceptedBecause);

    public async Task<Outcome<string>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var found = request.Session is { } id ? await FindAsync(id, request.Version, ct) : await DraftAsync(request, ct);
        if (found.IsRefused)
            return found.Refusal;

        var applied = await planner.ApplyAsync(found.Value, request.Plan, request.AcceptedBecause, ct);
        if (applied.IsRefused)
            return applied.Refusal;
        if (!await db.TrySaveAsync(ct))
            return new ChangedMeanwhile();

        await transaction.CommitAsync(ct);
        return found.Value.Code;
    }

    private async Task<Outcome<Session>> FindAsync(SessionId id, int version, CancellationToken ct)
    {
        var session = await db.Sessions.Include(s => s.Slots).Include(s => s.Trainers).AsSplitQuery().Where(s => s.Id == id).OneAsync(ct);
        if (!session.CanBePlanned)
            return new NotFromThisStatus(session.Code, session.Status);
        return session.Version == version ? session : new ChangedMeanwhile();
    }

    private async Task<Outcome<Session>> DraftAsync(Request request, CancellationToken ct)
    {
        var course = await db.Courses.AsNoTracking().Where(c => c.Id == request.Course && c.PublishedVersionId != null).OneAsync(ct);
        var year = request.Plan.Slots.Select(slot => slot.Date).DefaultIfEmpty(clock.Today).Min().Year;
        var code = request.Code ?? await SessionCodes.NextAsync(db, course.Code, year, [], ct);
        if (await db.Sessions.AnyAsync(s => s.Code == code, ct))
            return new CodeTaken(code);

        var plan = request.Plan;
        var session = Session.Draft(
            code, course.PublishedVersionId!.Value, plan.Language, plan.Room, plan.CapacityMin, plan.CapacityMax, new(current.Actor.Name, clock.Now));
        db.Add(session);
        return session;
    }
}
