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
    private readonly List<SessionTransition> _transitions = [];

    private Session() => Code = "";

    /// <summary>Who takes a step in the life of a session, when, and why where a reason is asked.</summary>
    public sealed record Step(string By, DateTimeOffset At, string? Reason = null);

    public Session(string code, CourseVersionId courseVersion, TeachingLanguage language, RoomId room, int capacityMin, int capacityMax) : this()
    {
        (Id, Code, CourseVersionId, Status) = (SessionId.New(), code, courseVersion, SessionStatus.Open);
        Restate(language, room, capacityMin, capacityMax);
    }

    /// <summary>A session that only the secretariat sees, until it is opened.</summary>
    public static Session Draft(
        string code, CourseVersionId courseVersion, TeachingLanguage language, RoomId room, int capacityMin, int capacityMax, Step step)
    {
        var session = new Session(code, courseVersion, language, room, capacityMin, capacityMax) { Status = SessionStatus.Draft };
        session._transitions.Add(new SessionTransition(session.Id, null, SessionStatus.Draft, step));
        return session;
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

    /// <summary>Rules of this session beside those of its course.</summary>
    public IReadOnlyList<AttendancePolicyKind> FurtherPolicies { get; private set; } = [];

    /// <summary>First and last day of teaching, kept for searching; nothing while no slot is planned.</summary>
    public DateOnly? FirstDay { get; private set; }

    public DateOnly? LastDay { get; private set; }

    public IReadOnlyList<TeachingSlot> Slots => _slots;

    public IReadOnlyList<SessionTrainer> Trainers => _trainers;

    public IReadOnlyList<SessionTransition> Transitions => _transitions;

    /// <summary>Changes with every change of plan or status, so that two planners never overwrite each other.</summary>
    public int Version { get; private set; }

    /// <summary>Its days, hours and room can still be changed.</summary>
    public bool CanBePlanned => Status is SessionStatus.Draft or SessionStatus.Open or SessionStatus.Confirmed;

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

    /// <summary>Puts this session under rules beside those of its course.</summary>
    public void PutUnder(IEnumerable<AttendancePolicyKind> further)
    {
        FurtherPolicies = [.. further.Where(kind => kind != AttendancePolicyKind.None).Distinct().Order()];
        Version++;
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
        FindFirstAndLastDay();
        return planned;
    }

    /// <summary>Takes a stretch of teaching out of the plan.</summary>
    public void Unplan(TeachingSlot slot)
    {
        _slots.Remove(slot);
        FindFirstAndLastDay();
    }

    public void AssignTrainer(PersonId trainer)
    {
        if (!_trainers.Exists(t => t.PersonId == trainer))
            _trainers.Add(new SessionTrainer(Id, trainer));
    }

    /// <summary>Its plan was changed: whoever saw the one before must look again.</summary>
    public void MarkPlanned() => Version++;

    /// <summary>Sends home every trainer but these.</summary>
    public void KeepTrainers(IReadOnlyCollection<PersonId> trainers) => _trainers.RemoveAll(trainer => !trainers.Contains(trainer.PersonId));

    /// <summary>Shows the session to the public, which may ask for seats from now on.</summary>
    public Outcome<Done> Open(Step step) => FirstDay is null ? new SessionHasNoDays(Code) : Move(step, SessionStatus.Open, SessionStatus.Draft);

    /// <summary>It will be held: go.</summary>
    public Outcome<Done> Confirm(Step step) => Move(step, SessionStatus.Confirmed, SessionStatus.Open);

    /// <summary>The first day has come.</summary>
    public Outcome<Done> Begin(Step step) => Move(step, SessionStatus.Running, SessionStatus.Open, SessionStatus.Confirmed);

    /// <summary>It will not be held, and why. The session and everything about it stays.</summary>
    public Outcome<Done> Cancel(Step step)
    {
        if (string.IsNullOrWhiteSpace(step.Reason))
            return new CancellationReasonMissing();

        return Move(step, SessionStatus.Cancelled, SessionStatus.Draft, SessionStatus.Open, SessionStatus.Confirmed, SessionStatus.Running);
    }

    /// <summary>The last register is sealed: nothing more is marked, only corrected. Closing twice is harmless.</summary>
    public void Close(Step step) => Move(step, SessionStatus.Closed, SessionStatus.Open, SessionStatus.Confirmed, SessionStatus.Running);

    private Outcome<Done> Move(Step step, SessionStatus to, params IReadOnlyList<SessionStatus> from)
    {
        if (!from.Contains(Status))
            return new NotFromThisStatus(Code, Status);

        _transitions.Add(new SessionTransition(Id, Status, to, step));
        Status = to;
        Version++;
        return new Done();
    }

    private void FindFirstAndLastDay()
    {
        FirstDay = _slots.Count == 0 ? null : _slots.Min(slot => slot.Date);
        LastDay = _slots.Count == 0 ? null : _slots.Max(slot => slot.Date);
    }
}

/// <summary>A person who teaches a session and takes its registers.</summary>
public sealed class SessionTrainer(SessionId sessionId, PersonId personId)
{
    public SessionId SessionId { get; private set; } = sessionId;

    public PersonId PersonId { get; private set; } = personId;
}
