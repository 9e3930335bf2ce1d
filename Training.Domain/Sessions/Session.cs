using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Time;

namespace Training.Domain.Sessions;

public readonly record struct SessionId(Guid Value) : IId<SessionId>
{
    public static SessionId New() => new(Guid.CreateVersion7());

    public static SessionId From(Guid value) => new(value);
}

public enum TeachingLanguage
{
    Fr,
    Nl,
    Bilingual,
}

public enum SessionStatus
{
    Draft,
    Open,
    Confirmed,
    Running,
    Closed,
    Cancelled,
}

/// <summary>A dated run of a course. It is never deleted.</summary>
public sealed class Session
{
    public const int CodeMaxLength = 20;

    private readonly List<TeachingSlot> _slots = [];
    private readonly List<SessionTrainer> _trainers = [];

    private Session() => Code = "";

    public Session(string code, CourseVersionId courseVersion, TeachingLanguage language, RoomId room, int capacityMin, int capacityMax) : this()
    {
        (Id, Code, CourseVersionId, Status) = (SessionId.New(), code, courseVersion, SessionStatus.Open);
        Restate(language, room, capacityMin, capacityMax);
    }

    public SessionId Id { get; private set; }

    public string Code { get; private set; }

    public CourseVersionId CourseVersionId { get; private set; }

    public TeachingLanguage Language { get; private set; }

    public RoomId RoomId { get; private set; }

    public int CapacityMin { get; private set; }

    public int CapacityMax { get; private set; }

    /// <summary>Seats held by enrolments, awaiting approval or confirmed. The database never lets it pass <see cref="CapacityMax"/>.</summary>
    public int SeatsTaken { get; private set; }

    public SessionStatus Status { get; private set; }

    /// <summary>First and last day of teaching, kept for searching; nothing while no slot is planned.</summary>
    public DateOnly? FirstDay { get; private set; }

    public DateOnly? LastDay { get; private set; }

    public IReadOnlyList<TeachingSlot> Slots => _slots;

    public IReadOnlyList<SessionTrainer> Trainers => _trainers;

    public int ScheduledMinutes => _slots.Sum(slot => slot.Minutes);

    public int SeatsLeft => CapacityMax - SeatsTaken;

    /// <summary>Seats can be asked for until the first day has begun.</summary>
    public bool TakesRequestsOn(DateOnly today) =>
        Status is SessionStatus.Open or SessionStatus.Confirmed && FirstDay is { } first && today < first;

    /// <summary>True when something changed.</summary>
    public bool Restate(TeachingLanguage language, RoomId room, int capacityMin, int capacityMax)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacityMin);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacityMax, Math.Max(1, capacityMin));

        var before = (Language, RoomId, CapacityMin, CapacityMax);
        (Language, RoomId, CapacityMin, CapacityMax) = (language, room, capacityMin, capacityMax);
        return before != (Language, RoomId, CapacityMin, CapacityMax);
    }

    /// <summary>Plans a stretch of teaching. Planning the same one twice is harmless; one that overlaps another of this session is refused.</summary>
    public Outcome<TeachingSlot> Plan(DateOnly date, TimeInterval hours)
    {
        if (_slots.Find(slot => slot.Date == date && slot.Hours == hours) is { } same)
            return same;
        if (_slots.Exists(slot => slot.Date == date && slot.Hours.Intersect(hours) is not null))
            return new SlotOverlaps(Code, date, hours.Start, hours.End);

        var planned = new TeachingSlot(Id, date, hours);
        _slots.Add(planned);
        FirstDay = FirstDay is { } first && first < date ? first : date;
        LastDay = LastDay is { } last && last > date ? last : date;
        return planned;
    }

    public void AssignTrainer(PersonId trainer)
    {
        if (!_trainers.Exists(t => t.PersonId == trainer))
            _trainers.Add(new SessionTrainer(Id, trainer));
    }

    /// <summary>The last register is sealed: nothing more is marked, only corrected.</summary>
    public void Close() => Status = SessionStatus.Closed;
}

/// <summary>A person who teaches a session and takes its registers.</summary>
public sealed class SessionTrainer(SessionId sessionId, PersonId personId)
{
    public SessionId SessionId { get; private set; } = sessionId;

    public PersonId PersonId { get; private set; } = personId;
}
