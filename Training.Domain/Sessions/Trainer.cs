using Training.Domain.People;
using Training.Domain.Time;

namespace Training.Domain.Sessions;

/// <summary>Somebody whom the school may ask to teach.</summary>
public sealed class Trainer(PersonId personId)
{
    public PersonId PersonId { get; private set; } = personId;

    /// <summary>Counts the changes of plan of this trainer, as <see cref="Room.PlanVersion"/> does for a room.</summary>
    public int PlanVersion { get; private set; }
}

public readonly record struct TrainerAbsenceId(Guid Value) : IId<TrainerAbsenceId>
{
    public static TrainerAbsenceId From(Guid value) => new(value);
}

/// <summary>Days, or hours of one day, on which a trainer cannot teach. Why is nobody's business.</summary>
public sealed class TrainerAbsence
{
    private TrainerAbsence()
    {
    }

    /// <param name="hours">Part of each of these days; nothing for whole days.</param>
    public TrainerAbsence(PersonId trainer, DateOnly from, DateOnly to, TimeInterval? hours)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        (Id, PersonId, FirstDay, LastDay) = (new TrainerAbsenceId(Guid.CreateVersion7()), trainer, from, to);
        (Start, End) = (hours?.Start, hours?.End);
    }

    public TrainerAbsenceId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public DateOnly FirstDay { get; private set; }

    public DateOnly LastDay { get; private set; }

    public TimeOnly? Start { get; private set; }

    public TimeOnly? End { get; private set; }

    public bool Covers(DateOnly date, TimeInterval hours) =>
        FirstDay <= date && date <= LastDay && (Start is null || hours.Intersect(new TimeInterval(Start.Value, End!.Value)) is not null);
}
