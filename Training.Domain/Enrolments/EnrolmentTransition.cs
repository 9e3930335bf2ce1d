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

    internal EnrolmentTransition(EnrolmentId enrolment, int number, EnrolmentStatus? from, EnrolmentStatus to, Enrolment.Step step)
    {
        (Id, EnrolmentId, Number, From, To) = (new EnrolmentTransitionId(Guid.CreateVersion7()), enrolment, number, from, to);
        (By, RecordedAt, ReceivedAt, Cause, Reason) = (step.By, step.At, step.ReceivedAt, step.Cause, step.Reason);
    }

    public EnrolmentTransitionId Id { get; private set; }

    public EnrolmentId EnrolmentId { get; private set; }

    /// <summary>Orders steps of one instant: a request that is approved at once takes two.</summary>
    public int Number { get; private set; }

    public EnrolmentStatus? From { get; private set; }

    public EnrolmentStatus To { get; private set; }

    public string By { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>When what the step answers reached the school, where that was before it was recorded: a letter, a mail.</summary>
    public DateTimeOffset? ReceivedAt { get; private set; }

    public StepCause? Cause { get; private set; }

    public string? Reason { get; private set; }
}
