using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Enrolments;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Sessions;

/// <summary>
/// Puts a plan in the place of a session's own, inside the caller's transaction: looks for what stands in its way, keeps the reason where
/// it is accepted, and lets slots, registers and trainers follow.
/// </summary>
public sealed class SessionPlanner(TrainingDbContext db, OfficeClock clock, ICurrentActor current, PlanCheck check)
{
    /// <param name="session">With its slots and trainers; new ones are already in the context.</param>
    /// <param name="acceptedBecause">Why what stands in the way is accepted; without it the plan is refused.</param>
    public async Task<Outcome<Done>> ApplyAsync(Session session, SessionPlan plan, string? acceptedBecause, CancellationToken ct)
    {
        var before = SessionPlan.Of(session);
        if (plan.CapacityMax < session.SeatsTaken)
            return new FewerSeatsThanTaken(session.SeatsTaken);
        if (await ObstacleAsync(session, before, plan, ct) is { } obstacle)
            return obstacle;

        await WaitForOtherPlannersAsync(plan, ct);
        var clashes = await check.OfAsync(plan, session.Id, ct);
        if (clashes.Count > 0 && string.IsNullOrWhiteSpace(acceptedBecause))
            return new PlanClashes(clashes);
        db.AddRange(clashes.Select(clash => new AcceptedClash(session.Id, clash, acceptedBecause!.Trim(), current.Actor.Name, clock.Now)));

        session.Restate(plan.Language, plan.Room, plan.CapacityMin, plan.CapacityMax);
        session.MarkPlanned();
        session.KeepTrainers(plan.Trainers);
        foreach (var trainer in plan.Trainers)
            session.AssignTrainer(trainer);
        if (await ReplaceSlotsAsync(session, plan, ct) is { } overlap)
            return overlap;

        if (session.Status is not SessionStatus.Draft && !(before.Slots.SequenceEqual(plan.Slots) && before.Room == plan.Room))
            await TellAsync(session, before.Slots.Select(slot => slot.Date).Distinct().Count(), ct);
        return new Done();
    }

    private async Task<Refusal?> ObstacleAsync(Session session, SessionPlan before, SessionPlan plan, CancellationToken ct)
    {
        var past = before.Slots.Except(plan.Slots).Concat(plan.Slots.Except(before.Slots)).Where(slot => slot.Date < clock.Today).ToList();
        if (past.Count > 0)
            return new DayIsPast(past.Min(slot => slot.Date));

        var minutes = before.Slots.Sum(slot => slot.Hours.Minutes);
        return minutes != plan.Slots.Sum(slot => slot.Hours.Minutes)
            && await db.Enrolments.AnyAsync(e => e.SessionId == session.Id && e.Status == EnrolmentStatus.Confirmed && e.Scheme != null, ct)
            ? new HoursArePromised(session.Code, minutes)
            : null;
    }

    // Whoever plans in the same room, or with the same trainer, at the same moment comes after this transaction or before it.
    private async Task WaitForOtherPlannersAsync(SessionPlan plan, CancellationToken ct)
    {
        await db.Rooms.Where(room => room.Id == plan.Room).ExecuteUpdateAsync(set => set.SetProperty(room => room.PlanVersion, room => room.PlanVersion + 1), ct);
        foreach (var trainer in plan.Trainers.OrderBy(trainer => trainer.Value))
            await db.Trainers.Where(t => t.PersonId == trainer).ExecuteUpdateAsync(set => set.SetProperty(t => t.PlanVersion, t => t.PlanVersion + 1), ct);
    }

    private async Task<Refusal?> ReplaceSlotsAsync(Session session, SessionPlan plan, CancellationToken ct)
    {
        foreach (var slot in session.Slots.Where(slot => !plan.Slots.Contains(new PlannedSlot(slot.Date, slot.Hours))).ToList())
        {
            session.Unplan(slot);
            db.Remove(slot);
        }

        foreach (var wanted in plan.Slots)
        {
            var planned = session.Plan(wanted.Date, wanted.Hours);
            if (planned.IsRefused)
                return planned.Refusal;
            if (db.Entry(planned.Value).State == EntityState.Detached)
                db.Add(planned.Value);
        }

        var registers = await db.Registers.Where(r => r.SessionId == session.Id).ToListAsync(ct);
        var halves = session.Slots.Select(slot => (slot.Date, slot.Part)).Distinct().ToList();
        db.RemoveRange(registers.Where(r => r.Status == RegisterStatus.Open && !halves.Contains((r.Date, r.Part))));
        db.AddRange(halves.Where(half => !registers.Exists(r => (r.Date, r.Part) == half)).Select(half => new HalfDayRegister(session.Id, half.Date, half.Part)));
        return null;
    }

    private async Task TellAsync(Session session, int daysBefore, CancellationToken ct)
    {
        var people = await db.Enrolments.Where(e => e.SessionId == session.Id && (e.HoldsSeat || e.Status == EnrolmentStatus.Waitlisted))
            .Select(e => new { e.PersonId, IsInvited = e.HoldsSeat && e.Status == EnrolmentStatus.Confirmed }).ToListAsync(ct);
        var facts = await db.FactsOfAsync(session, ct);
        var invited = await db.InvitedDaysAsync(session, session.Slots, daysBefore, ct);
        db.AddRange(people.Select(one => (facts with { Invited = one.IsInvited ? invited : null }).To(one.PersonId, MessageKind.SessionMoved, clock.Now)));
    }
}
