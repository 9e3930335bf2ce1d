using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Sessions;

namespace Training.Domain.Enrolments;

public readonly record struct EnrolmentId(Guid Value) : IId<EnrolmentId>
{
    public static EnrolmentId New() => new(Guid.CreateVersion7());

    public static EnrolmentId From(Guid value) => new(value);
}

/// <summary>
/// One person's place, or wish for one, in one session. There is one row for life per person and session: nothing is
/// deleted, every step is a <see cref="EnrolmentTransition"/> with its author, moment and reason, and who asks again keeps the id.
/// Whoever takes a step counts the seat that it takes or frees, in the same transaction (<see cref="SessionSeats"/>).
/// </summary>
public sealed class Enrolment
{
    private readonly List<EnrolmentTransition> _transitions = [];

    private Enrolment() => RequestedBy = "";

    private Enrolment(SessionId session, PersonId person) : this() => (Id, SessionId, PersonId) = (EnrolmentId.New(), session, person);

    /// <summary>Who takes a step, when, and why where a reason is asked.</summary>
    /// <param name="ReceivedAt">When the letter or mail that asked for it arrived, if that was earlier.</param>
    public sealed record Step(string By, DateTimeOffset At, string? Reason = null, StepCause? Cause = null, DateTimeOffset? ReceivedAt = null);

    /// <summary>What a request comes to: for which post, with or without a seat, and until when it waits for the employer.</summary>
    /// <param name="RankedSince">The instant that orders the waiting list; earlier than the request for who keeps an old priority.</param>
    /// <param name="Group">People who want seats together or none.</param>
    public sealed record Place(
        Employment Employment, bool HoldsSeat, string? Scheme, DateTimeOffset HeldUntil, DateTimeOffset? RankedSince = null, Guid? Group = null,
        EnrolmentId? KeepsPriorityOf = null);

    public EnrolmentId Id { get; private set; }

    public SessionId SessionId { get; private set; }

    public PersonId PersonId { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public EmploymentId EmploymentId { get; private set; }

    public EnrolmentStatus Status { get; private set; }

    public bool HoldsSeat { get; private set; }

    /// <summary>Withdrawn late: the seat that the employer may owe stays its own, for a colleague who takes over.</summary>
    public bool SeatKept { get; private set; }

    /// <summary>
    /// Until when the seat or the rank waits for an answer: the employer's for a request, the person's for an offer. A request
    /// without it has waited in vain: it has lost its seat, went to the end of the list and is passed over until it is approved.
    /// </summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    /// <summary>The time-release scheme that pays for the hours, or nothing when no scheme is used.</summary>
    public string? Scheme { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    public string RequestedBy { get; private set; }

    /// <summary>Lower goes first.</summary>
    public int PriorityGroup { get; private set; }

    /// <summary>Within the priority group, the place in the waiting list.</summary>
    public DateTimeOffset RankedSince { get; private set; }

    /// <summary>People who want seats together or none.</summary>
    public Guid? GroupId { get; private set; }

    /// <summary>The enrolment in a session that the school called off, whose place in the list this one keeps. It is kept once.</summary>
    public EnrolmentId? KeepsPriorityOf { get; private set; }

    /// <summary>The colleague's enrolment that this one took over.</summary>
    public EnrolmentId? Replaces { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<EnrolmentTransition> Transitions => _transitions;

    public bool IsOver => Status is EnrolmentStatus.Completed or EnrolmentStatus.BelowThreshold or EnrolmentStatus.NoShow;

    /// <summary>The person has left, or was never let in, and may ask again.</summary>
    public bool MayAskAgain => Status is EnrolmentStatus.EmployerRefused or EnrolmentStatus.OfferExpired or EnrolmentStatus.WithdrawnInTime
        or EnrolmentStatus.WithdrawnLate or EnrolmentStatus.Replaced;

    /// <summary>Places a request. Whoever calls it has already taken the seat, or found that none is left.</summary>
    public static Enrolment Request(SessionId session, Place place, Step step)
    {
        var enrolment = new Enrolment(session, place.Employment.PersonId);
        enrolment.Take(place, step);
        return enrolment;
    }

    /// <summary>The same person asks again: the row and its history go on.</summary>
    public Outcome<EnrolmentStatus> AskAgain(Place place, Step step)
    {
        if (!MayAskAgain)
            return new AlreadyDecided(Status);

        Take(place, step);
        return Status;
    }

    /// <summary>The employer says yes: the seat held since the request is confirmed, or the person waits for one.</summary>
    public Outcome<EnrolmentStatus> Approve(Step step)
    {
        if (Status != EnrolmentStatus.EmployerPending)
            return new AlreadyDecided(Status);

        HeldUntil = null;
        return Move(HoldsSeat ? EnrolmentStatus.Confirmed : EnrolmentStatus.Waitlisted, step);
    }

    /// <summary>The employer says no, and why. The caller frees the seat that was held.</summary>
    public Outcome<EnrolmentStatus> Refuse(Step step)
    {
        if (Status != EnrolmentStatus.EmployerPending)
            return new AlreadyDecided(Status);
        if (step.Cause is null && string.IsNullOrWhiteSpace(step.Reason))
            return new ReasonMissing();

        return Leave(EnrolmentStatus.EmployerRefused, step);
    }

    /// <summary>Nobody answered in time: the seat goes back, the request to the end of the list.</summary>
    public Outcome<EnrolmentStatus> LapseHold(Step step)
    {
        if (Status != EnrolmentStatus.EmployerPending || HeldUntil is not { } until || until > step.At)
            return new AlreadyDecided(Status);

        (HoldsSeat, HeldUntil, RankedSince) = (false, null, step.At);
        return Move(Status, step with { Cause = StepCause.HoldLapsed });
    }

    /// <summary>
    /// A seat has come free for the first of the list. Who is approved is asked whether they still want it; a request that still
    /// awaits approval holds the seat as it held its rank.
    /// </summary>
    /// <param name="offerUntil">When an offer expires.</param>
    public Outcome<EnrolmentStatus> GiveSeat(Step step, DateTimeOffset offerUntil)
    {
        if (HoldsSeat || Status is not (EnrolmentStatus.Waitlisted or EnrolmentStatus.EmployerPending))
            return new AlreadyDecided(Status);

        HoldsSeat = true;
        if (Status == EnrolmentStatus.EmployerPending)
            return Move(Status, step with { Cause = StepCause.SeatFound });

        HeldUntil = offerUntil;
        return Move(EnrolmentStatus.Invited, step);
    }

    /// <summary>The approver finds a seat free for a request that had lost its own.</summary>
    public void TakeFreeSeat() => HoldsSeat = true;

    public Outcome<EnrolmentStatus> AcceptOffer(Step step)
    {
        if (Status != EnrolmentStatus.Invited)
            return new AlreadyDecided(Status);
        if (HeldUntil <= step.At)
            return new OfferNoLongerHolds();

        HeldUntil = null;
        return Move(EnrolmentStatus.Confirmed, step);
    }

    public Outcome<EnrolmentStatus> DeclineOffer(Step step) => Status == EnrolmentStatus.Invited
        ? Leave(EnrolmentStatus.WithdrawnInTime, step with { Cause = StepCause.OfferDeclined })
        : new AlreadyDecided(Status);

    public Outcome<EnrolmentStatus> ExpireOffer(Step step) => Status == EnrolmentStatus.Invited && HeldUntil <= step.At
        ? Leave(EnrolmentStatus.OfferExpired, step)
        : new AlreadyDecided(Status);

    /// <summary>
    /// The person gives up. Without a confirmed seat that is always in time; afterwards it depends on the day on which the school
    /// received it. Late, the seat stays the employer's for a colleague.
    /// </summary>
    /// <param name="inTime">Whether it was received by the last day on which nothing is due.</param>
    public Outcome<EnrolmentStatus> Withdraw(bool inTime, Step step)
    {
        switch (Status)
        {
            case EnrolmentStatus.EmployerPending or EnrolmentStatus.Waitlisted or EnrolmentStatus.Invited:
                return Leave(EnrolmentStatus.WithdrawnInTime, step);
            case EnrolmentStatus.Confirmed when inTime:
                return Leave(EnrolmentStatus.WithdrawnInTime, step);
            case EnrolmentStatus.Confirmed:
                SeatKept = true;
                return Leave(EnrolmentStatus.WithdrawnLate, step);
            default:
                return new AlreadyDecided(Status);
        }
    }

    /// <summary>The seat that was kept for a colleague goes back to the school. The caller counts it.</summary>
    public void GiveUpKeptSeat() => SeatKept = false;

    /// <summary>A colleague takes over the seat: this enrolment gets no hours and owes nothing.</summary>
    public Outcome<EnrolmentStatus> HandOver(Step step)
    {
        if (!HoldsSeat && !SeatKept)
            return new NoSeatToHandOver();
        if (IsOver)
            return new AlreadyDecided(Status);

        SeatKept = false;
        return Leave(EnrolmentStatus.Replaced, step);
    }

    /// <summary>A colleague takes over what another leaves: the seat is theirs, the approval and the hours are asked for anew.</summary>
    public void TakeOverFrom(EnrolmentId replaced) => Replaces = replaced;

    public Outcome<EnrolmentStatus> CancelBySchool(Step step)
    {
        if (MayAskAgain || IsOver || Status == EnrolmentStatus.CancelledBySchool)
            return new AlreadyDecided(Status);

        return Leave(EnrolmentStatus.CancelledBySchool, step);
    }

    /// <summary>The session is over: how it ended for this person. Saying the same again is harmless; a correction may change it.</summary>
    public Outcome<EnrolmentStatus> Conclude(EnrolmentStatus ending, Step step)
    {
        if (Status != EnrolmentStatus.Confirmed && !IsOver)
            return new NotEnrolled();

        return Status == ending ? Status : Move(ending, step);
    }

    /// <summary>Moves a person to another priority group of the waiting list.</summary>
    public void Prioritise(int group) => (PriorityGroup, Version) = (group, Version + 1);

    private void Take(Place place, Step step)
    {
        (OrganisationId, EmploymentId, Scheme) = (place.Employment.OrganisationId, place.Employment.Id, place.Scheme);
        (HoldsSeat, HeldUntil, SeatKept, Replaces) = (place.HoldsSeat, place.HeldUntil, false, null);
        (RequestedAt, RequestedBy) = (step.At, step.By);
        (RankedSince, GroupId, KeepsPriorityOf) = (place.RankedSince ?? step.At, place.Group, place.KeepsPriorityOf);
        Move(EnrolmentStatus.EmployerPending, step);
    }

    private EnrolmentStatus Leave(EnrolmentStatus to, Step step)
    {
        (HoldsSeat, HeldUntil) = (false, null);
        return Move(to, step);
    }

    private EnrolmentStatus Move(EnrolmentStatus to, Step step)
    {
        EnrolmentStatus? from = Version == 0 ? null : Status;
        (Status, Version) = (to, Version + 1);
        _transitions.Add(new EnrolmentTransition(Id, Version, from, to, step));
        return to;
    }
}
