namespace Training.Domain.Messages;

/// <summary>
/// Which messages are a service: their reader has them at once, gathered, or not at all. All others tell of a decision, a seat, a cost, a
/// day that counts or an access; they are owed, and go at once (decision 35).
/// </summary>
public static class ServiceMessages
{
    public static readonly IReadOnlyList<MessageKind> Kinds =
    [
        MessageKind.AttendanceAtRisk,
        MessageKind.AttendanceAtRiskOfParticipant,
        MessageKind.RegisterStillOpen,
        MessageKind.GecoStatementReady,
        MessageKind.ReportReady,
        MessageKind.ReportStopped,
    ];

    extension(MessageKind kind)
    {
        public bool IsService => Kinds.Contains(kind);
    }
}
