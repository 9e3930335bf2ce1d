using Training.Domain.People;
using Training.Domain.Time;

namespace Training.Domain.Sessions;

/// <summary>A stretch of teaching that somebody wants to plan.</summary>
public sealed record PlannedSlot(DateOnly Date, TimeInterval Hours);

/// <summary>How the secretariat wants a session to be.</summary>
public sealed record SessionPlan(
    TeachingLanguage Language, RoomId Room, int CapacityMin, int CapacityMax, IReadOnlyList<PersonId> Trainers, IReadOnlyList<PlannedSlot> Slots)
{
    /// <param name="session">With its slots and trainers.</param>
    public static SessionPlan Of(Session session) => new(
        session.Language, session.RoomId, session.CapacityMin, session.CapacityMax, [.. session.Trainers.Select(trainer => trainer.PersonId)],
        [.. session.Slots.OrderBy(slot => slot.Date).ThenBy(slot => slot.Start).Select(slot => new PlannedSlot(slot.Date, slot.Hours))]);

    /// <summary>
    /// The same days, beginning on another date. A day that would fall on a holiday, a closing day or a weekend moves to the next working day
    /// that is free; a session that was given on a weekend stays on its weekday.
    /// </summary>
    public SessionPlan StartingOn(DateOnly firstDay, WorkingDays working)
    {
        var days = Slots.Select(slot => slot.Date).Distinct().Order().ToList();
        if (days.Count == 0)
            return this;

        var shift = firstDay.DayNumber - days[0].DayNumber;
        var moved = new Dictionary<DateOnly, DateOnly>();
        foreach (var day in days)
        {
            var date = day.AddDays(shift);
            if (working.Includes(day))
                date = working.OnOrAfter(date);
            while (moved.ContainsValue(date))
                date = working.After(date, 1);
            moved[day] = date;
        }

        return this with { Slots = [.. Slots.Select(slot => slot with { Date = moved[slot.Date] })] };
    }
}
