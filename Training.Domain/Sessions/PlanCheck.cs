using Microsoft.EntityFrameworkCore;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Sessions;

/// <summary>Finds what stands in the way of a plan: of one that somebody is typing, and of the whole one that is kept.</summary>
public sealed class PlanCheck(TrainingDbContext db)
{
    private sealed record Neighbour(SessionId Id, string Code, DateOnly Date, TimeOnly Start, TimeOnly End, bool SharesRoom)
    {
        public TimeInterval Hours => new(Start, End);
    }

    /// <param name="session">The session that the plan is for; nothing for a new one.</param>
    public async Task<IReadOnlyList<Clash>> OfAsync(SessionPlan plan, SessionId? session, CancellationToken ct)
    {
        var clashes = new List<Clash>();
        var days = plan.Slots.Select(slot => slot.Date).Distinct().ToList();
        var rooms = await db.Rooms.AsNoTracking().Where(room => room.Id == plan.Room).Select(room => new { room.Name, room.Capacity }).SingleOrDefaultAsync(ct);
        if (rooms?.Capacity < plan.CapacityMax && days.Count > 0)
            clashes.Add(new Clash(ClashKind.RoomTooSmall, null, "", plan.Room, null, rooms.Name, days.Min(), null));

        var working = await db.WorkingDaysAsync(ct);
        clashes.AddRange(days.Where(day => !working.Includes(day)).Order().Select(day => new Clash(ClashKind.NoWorkingDay, null, "", null, null, "", day, null)));

        await AddSharedAsync(clashes, plan, session, rooms?.Name ?? "", days, ct);
        await AddAbsencesAsync(clashes, plan, days, ct);
        return [.. clashes.DistinctBy(clash => (clash.Kind, clash.Other, clash.Person, clash.Date, clash.Hours)).OrderBy(clash => clash.Date).ThenBy(clash => clash.Kind)];
    }

    // One question for the room, the trainers and the participants together.
    private async Task AddSharedAsync(List<Clash> clashes, SessionPlan plan, SessionId? session, string room, List<DateOnly> days, CancellationToken ct)
    {
        var self = session ?? default;
        var trainers = plan.Trainers.ToList();
        var mine = db.Enrolments.Where(e => e.SessionId == self && e.HoldsSeat);
        var found = await (
            from slot in db.TeachingSlots
            join other in db.Sessions on slot.SessionId equals other.Id
            where days.Contains(slot.Date) && other.Id != self && other.Status != SessionStatus.Cancelled
            let shared = other.Trainers.Where(t => trainers.Contains(t.PersonId)).Select(t => t.PersonId).ToList()
            let people = db.Enrolments.Where(e => e.SessionId == other.Id && e.HoldsSeat && mine.Any(m => m.PersonId == e.PersonId)).Select(e => e.PersonId).ToList()
            where other.RoomId == plan.Room || other.Trainers.Any(t => trainers.Contains(t.PersonId))
                || db.Enrolments.Any(e => e.SessionId == other.Id && e.HoldsSeat && mine.Any(m => m.PersonId == e.PersonId))
            select new { Where = new Neighbour(other.Id, other.Code, slot.Date, slot.Start, slot.End, other.RoomId == plan.Room), shared, people })
            .AsSingleQuery().ToListAsync(ct);

        var names = await NamesAsync([.. found.SelectMany(one => one.shared.Concat(one.people)).Distinct()], ct);
        foreach (var one in found)
        {
            foreach (var slot in plan.Slots.Where(slot => slot.Date == one.Where.Date))
            {
                if (slot.Hours.Intersect(one.Where.Hours) is not { } both)
                    continue;

                if (one.Where.SharesRoom)
                    clashes.Add(new Clash(ClashKind.Room, one.Where.Id, one.Where.Code, plan.Room, null, room, slot.Date, both));
                clashes.AddRange(one.shared.Select(who => new Clash(ClashKind.Trainer, one.Where.Id, one.Where.Code, null, who, names[who], slot.Date, both)));
                clashes.AddRange(one.people.Select(who => new Clash(ClashKind.Participant, one.Where.Id, one.Where.Code, null, who, names[who], slot.Date, both)));
            }
        }
    }

    private async Task AddAbsencesAsync(List<Clash> clashes, SessionPlan plan, List<DateOnly> days, CancellationToken ct)
    {
        if (days.Count == 0 || plan.Trainers.Count == 0)
            return;

        var (first, last, trainers) = (days.Min(), days.Max(), plan.Trainers.ToList());
        var absences = await db.TrainerAbsences.AsNoTracking()
            .Where(a => trainers.Contains(a.PersonId) && a.FirstDay <= last && a.LastDay >= first).ToListAsync(ct);
        var names = await NamesAsync([.. absences.Select(a => a.PersonId).Distinct()], ct);
        clashes.AddRange(
            from absence in absences
            from slot in plan.Slots
            where absence.Covers(slot.Date, slot.Hours)
            select new Clash(ClashKind.TrainerAbsent, null, "", null, absence.PersonId, names[absence.PersonId], slot.Date, slot.Hours));
    }

    private async Task<Dictionary<PersonId, string>> NamesAsync(List<PersonId> people, CancellationToken ct) => people.Count == 0
        ? []
        : await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FirstName + " " + p.LastName, ct);

    /// <summary>
    /// Every clash of room, trainer and participant in the plan that is kept from a day on, in one question to the database.
    /// </summary>
    public async Task<IReadOnlyList<KeptClash>> OfWholePlanAsync(DateOnly from, CancellationToken ct)
    {
        // A session is compared with those that come after it by code, so that no pair is told twice.
        var slots = db.TeachingSlots.Where(slot => slot.Date >= from).Join(
            db.Sessions.Where(session => session.Status != SessionStatus.Cancelled), slot => slot.SessionId, session => session.Id,
            (slot, session) => new { slot.Date, slot.Start, slot.End, session.Id, session.Code, session.RoomId });
#pragma warning disable CA1309 // It is the database that compares.
        var pairs = from one in slots
                    join two in slots on one.Date equals two.Date
                    where one.Start < two.End && two.Start < one.End && string.Compare(one.Code, two.Code) < 0
                    select new { one, two };
#pragma warning restore CA1309

        var rooms = from pair in pairs
                    where pair.one.RoomId == pair.two.RoomId
                    join room in db.Rooms on pair.one.RoomId equals room.Id
                    select new { Kind = 0, First = pair.one.Code, Second = pair.two.Code, room.Name, pair.one.Date, pair.one.Start, pair.one.End, OtherStart = pair.two.Start, OtherEnd = pair.two.End };
        var trainers = from pair in pairs
                       join first in db.SessionTrainers on pair.one.Id equals first.SessionId
                       join second in db.SessionTrainers on new { Session = pair.two.Id, first.PersonId } equals new { Session = second.SessionId, second.PersonId }
                       join person in db.People on first.PersonId equals person.Id
                       select new { Kind = 1, First = pair.one.Code, Second = pair.two.Code, Name = person.FirstName + " " + person.LastName, pair.one.Date, pair.one.Start, pair.one.End, OtherStart = pair.two.Start, OtherEnd = pair.two.End };
        var people = from pair in pairs
                     join first in db.Enrolments.Where(e => e.HoldsSeat) on pair.one.Id equals first.SessionId
                     join second in db.Enrolments.Where(e => e.HoldsSeat) on new { Session = pair.two.Id, first.PersonId } equals new { Session = second.SessionId, second.PersonId }
                     join person in db.People on first.PersonId equals person.Id
                     select new { Kind = 2, First = pair.one.Code, Second = pair.two.Code, Name = person.FirstName + " " + person.LastName, pair.one.Date, pair.one.Start, pair.one.End, OtherStart = pair.two.Start, OtherEnd = pair.two.End };

        var found = await rooms.Concat(trainers).Concat(people).ToListAsync(ct);
        ClashKind[] kinds = [ClashKind.Room, ClashKind.Trainer, ClashKind.Participant];
        return [.. found
            .Select(clash => new KeptClash(
                kinds[clash.Kind], clash.First, clash.Second, clash.Name, clash.Date,
                new TimeInterval(clash.Start, clash.End).Intersect(new TimeInterval(clash.OtherStart, clash.OtherEnd))!.Value))
            .OrderBy(clash => clash.Date).ThenBy(clash => clash.Hours.Start).ThenBy(clash => clash.First, StringComparer.Ordinal)];
    }
}

/// <summary>A clash of two sessions in the plan as it is kept.</summary>
public sealed record KeptClash(ClashKind Kind, string First, string Second, string Name, DateOnly Date, TimeInterval Hours);
