namespace Training.Domain.Enrolments;

public readonly record struct EnrolmentTransitionId(Guid Value) : IId<EnrolmentTransitionId>
{
    public static EnrolmentTransitionId From(Guid value) => new(value);
}

/// <summary>One step in the life of an enrolment. Written once and never altered.</summary>
public sealed class EnrolmentTransition
{
    public const int ReasonMaxLength = 500;

    private EnrolmentTransition() => By = "";

    internal EnrolmentTransition(EnrolmentId enrolment, EnrolmentStatus? from, EnrolmentStatus to, string by, DateTimeOffset at, string? reason) =>
        (Id, EnrolmentId, From, To, By, RecordedAt, Reason) =
            (new EnrolmentTransitionId(Guid.CreateVersion7()), enrolment, from, to, by, at, reason);

    public EnrolmentTransitionId Id { get; private set; }

    public EnrolmentId EnrolmentId { get; private set; }

    public EnrolmentStatus? From { get; private set; }

    public EnrolmentStatus To { get; private set; }

    public string By { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public string? Reason { get; private set; }
}
