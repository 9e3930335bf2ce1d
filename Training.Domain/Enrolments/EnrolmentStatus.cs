namespace Training.Domain.Enrolments;

/// <summary>Where an enrolment stands. That the session is running is a state of the session, not of each enrolment in it.</summary>
public enum EnrolmentStatus
{
    /// <summary>Asked for; the employer has still to say yes or no. It holds its seat or its rank for some working days.</summary>
    EmployerPending,

    EmployerRefused,

    /// <summary>Approved, with a seat and, where a scheme pays, with minutes set aside.</summary>
    Confirmed,

    /// <summary>Approved, without a seat.</summary>
    Waitlisted,

    /// <summary>A seat has come free and is held for this person until they answer or the offer expires.</summary>
    Invited,

    /// <summary>The offered seat was not taken in time and went to the next.</summary>
    OfferExpired,

    /// <summary>Withdrawn up to the last day on which nothing is due, or before there was a confirmed seat.</summary>
    WithdrawnInTime,

    /// <summary>Withdrawn after that day: the price is due unless a colleague takes over.</summary>
    WithdrawnLate,

    /// <summary>A colleague has taken over: no hours and no fee.</summary>
    Replaced,

    /// <summary>The school called the session off: nothing is due, and the place in a waiting list is kept for the next session.</summary>
    CancelledBySchool,

    /// <summary>The session is over and the attendance rule is met.</summary>
    Completed,

    /// <summary>The session is over, some of it was attended, not enough.</summary>
    BelowThreshold,

    /// <summary>The session is over and none of it was attended.</summary>
    NoShow,
}

/// <summary>Why a step was taken, where the step alone does not say it.</summary>
public enum StepCause
{
    /// <summary>The employer cannot spare the person. Counts as demand that was not met.</summary>
    NoTime,

    NotForThisPost,

    NoBudget,

    OtherTraining,

    OtherReason,

    /// <summary>The approver approved their own request, as the organisation's settings allow.</summary>
    OwnRequest,

    /// <summary>Nobody answered while the seat or rank was held.</summary>
    HoldLapsed,

    /// <summary>A seat came free for a request that still awaits approval.</summary>
    SeatFound,

    OfferDeclined,
}

public static class StepCauses
{
    /// <summary>What an employer can give as the reason of a refusal.</summary>
    public static readonly IReadOnlyList<StepCause> OfRefusal =
        [StepCause.NoTime, StepCause.NotForThisPost, StepCause.NoBudget, StepCause.OtherTraining, StepCause.OtherReason];
}
