namespace Training.Domain.Sessions;

public readonly record struct SessionTransitionId(Guid Value) : IId<SessionTransitionId>
{
    public static SessionTransitionId From(Guid value) => new(value);
}

/// <summary>One step in the life of a session: who took it, when and why. Written once and never altered.</summary>
public sealed class SessionTransition
{
    public const int ReasonMaxLength = 500;

    private SessionTransition() => By = "";

    internal SessionTransition(SessionId session, SessionStatus? from, SessionStatus to, Session.Step step) =>
        (Id, SessionId, From, To, By, RecordedAt, Reason) =
            (new SessionTransitionId(Guid.CreateVersion7()), session, from, to, step.By, step.At, step.Reason);

    public SessionTransitionId Id { get; private set; }

    public SessionId SessionId { get; private set; }

    public SessionStatus? From { get; private set; }

    public SessionStatus To { get; private set; }

    public string By { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public string? Reason { get; private set; }
}
