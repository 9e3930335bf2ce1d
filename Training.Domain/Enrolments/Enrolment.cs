using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Sessions;

namespace Training.Domain.Enrolments;

public readonly record struct EnrolmentId(Guid Value) : IId<EnrolmentId>
{
    public static EnrolmentId New() => new(Guid.CreateVersion7());

    public static EnrolmentId From(Guid value) => new(value);
}

public enum EnrolmentStatus
{
    /// <summary>Asked for; the employer has still to say yes or no. It holds its seat or its rank.</summary>
    EmployerPending,

    EmployerRefused,

    /// <summary>Approved, with a seat and, where a scheme pays, with minutes set aside.</summary>
    Confirmed,

    /// <summary>Approved, without a seat.</summary>
    Waitlisted,

    /// <summary>The session is over and the attendance rule is met.</summary>
    Completed,

    /// <summary>The session is over, some of it was attended, not enough.</summary>
    BelowThreshold,

    /// <summary>The session is over and none of it was attended.</summary>
    NoShow,
}

/// <summary>
/// One person's place, or wish for one, in one session. There is one row for life per person and session: nothing is
/// deleted, every step is a <see cref="EnrolmentTransition"/> with its author, moment and reason.
/// </summary>
public sealed class Enrolment
{
    private readonly List<EnrolmentTransition> _transitions = [];

    private Enrolment() => RequestedBy = "";

    private Enrolment(SessionId session, Employment employment, bool holdsSeat, string? scheme, Step step) : this()
    {
        (Id, SessionId, PersonId) = (EnrolmentId.New(), session, employment.PersonId);
        (OrganisationId, EmploymentId, HoldsSeat, Scheme) = (employment.OrganisationId, employment.Id, holdsSeat, scheme);
        (RequestedAt, RequestedBy) = (step.At, step.By);
        Move(null, EnrolmentStatus.EmployerPending, step);
    }

    /// <summary>Who takes a step, when, and why where a reason is asked.</summary>
    public sealed record Step(string By, DateTimeOffset At, string? Reason = null);

    public EnrolmentId Id { get; private set; }

    public SessionId SessionId { get; private set; }

    public PersonId PersonId { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public EmploymentId EmploymentId { get; private set; }

    public EnrolmentStatus Status { get; private set; }

    public bool HoldsSeat { get; private set; }

    /// <summary>The time-release scheme that pays for the hours, or nothing when no scheme is used.</summary>
    public string? Scheme { get; private set; }

    /// <summary>With the priority group, the place in the waiting list.</summary>
    public DateTimeOffset RequestedAt { get; private set; }

    public string RequestedBy { get; private set; }

    /// <summary>Lower goes first.</summary>
    public int PriorityGroup { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<EnrolmentTransition> Transitions => _transitions;

    public bool IsOver => Status is EnrolmentStatus.Completed or EnrolmentStatus.BelowThreshold or EnrolmentStatus.NoShow;

    /// <summary>Places a request. Whoever calls it has already taken the seat, or found that none is left.</summary>
    public static Enrolment Request(SessionId session, Employment employment, bool holdsSeat, string? scheme, Step step) =>
        new(session, employment, holdsSeat, scheme, step);

    /// <summary>The employer says yes: the seat held since the request is confirmed, or the person waits for one.</summary>
    public Outcome<EnrolmentStatus> Approve(Step step)
    {
        if (Status != EnrolmentStatus.EmployerPending)
            return new AlreadyDecided(Status);

        Move(Status, HoldsSeat ? EnrolmentStatus.Confirmed : EnrolmentStatus.Waitlisted, step);
        return Status;
    }

    /// <summary>The employer says no, and why. The caller frees the seat that was held.</summary>
    public Outcome<EnrolmentStatus> Refuse(Step step)
    {
        if (Status != EnrolmentStatus.EmployerPending)
            return new AlreadyDecided(Status);
        if (string.IsNullOrWhiteSpace(step.Reason))
            return new ReasonMissing();

        HoldsSeat = false;
        Move(Status, EnrolmentStatus.EmployerRefused, step);
        return Status;
    }

    /// <summary>The session is over: how it ended for this person. Saying the same again is harmless; a correction may change it.</summary>
    public Outcome<EnrolmentStatus> Conclude(EnrolmentStatus ending, Step step)
    {
        if (Status != EnrolmentStatus.Confirmed && !IsOver)
            return new NotEnrolled();
        if (Status != ending)
            Move(Status, ending, step);
        return Status;
    }

    private void Move(EnrolmentStatus? from, EnrolmentStatus to, Step step)
    {
        Status = to;
        Version++;
        _transitions.Add(new EnrolmentTransition(Id, from, to, step.By, step.At, step.Reason));
    }
}
