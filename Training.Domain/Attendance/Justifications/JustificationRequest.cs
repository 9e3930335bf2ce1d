using Training.Domain.Enrolments;
using Training.Domain.Time;

namespace Training.Domain.Attendance.Justifications;

public readonly record struct JustificationRequestId(Guid Value) : IId<JustificationRequestId>
{
    public static JustificationRequestId From(Guid value) => new(value);
}

public enum JustificationDecision
{
    /// <summary>Handed in, in time; the secretariat has still to look at it.</summary>
    Awaited,
    Accepted,
    Refused,
}

/// <summary>
/// What a participant or their employer says of an absence: the stretch, the kind of fact and, until it is decided on, a document. The document
/// is destroyed with the decision; that there was one, who saw it and when stays.
/// </summary>
public sealed class JustificationRequest
{
    public const int NoteMaxLength = 500;

    private JustificationRequest() => SentBy = "";

    public JustificationRequest(EnrolmentId enrolment, DateOnly date, TimeInterval hours, JustificationCategory category, string by, DateTimeOffset now)
    {
        (Id, EnrolmentId, Date) = (new JustificationRequestId(Guid.CreateVersion7()), enrolment, date);
        (From, To, Category, SentBy, SentAt) = (hours.Start, hours.End, category, by, now);
    }

    public JustificationRequestId Id { get; private set; }

    public EnrolmentId EnrolmentId { get; private set; }

    public DateOnly Date { get; private set; }

    public TimeOnly From { get; private set; }

    public TimeOnly To { get; private set; }

    public JustificationCategory Category { get; private set; }

    public string SentBy { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    /// <summary>Whether a document came with it.</summary>
    public bool HadDocument { get; private set; }

    public JustificationDecision Decision { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was refused. Never a diagnosis.</summary>
    public string? Note { get; private set; }

    public int Version { get; private set; }

    public TimeInterval Hours => new(From, To);

    public JustificationDocument Attach(JustificationFile file)
    {
        HadDocument = true;
        return new JustificationDocument(Id, file);
    }

    /// <summary>Decides once. The caller destroys the document in the same transaction.</summary>
    public Outcome<Done> Decide(bool accept, string? note, string by, DateTimeOffset now)
    {
        if (Decision != JustificationDecision.Awaited)
            return new JustificationDecided(Decision);
        if (!accept && string.IsNullOrWhiteSpace(note))
            return new ReasonMissing();

        (Decision, Note, DecidedBy, DecidedAt) = (accept ? JustificationDecision.Accepted : JustificationDecision.Refused, note, by, now);
        Version++;
        return new Done();
    }
}

/// <summary>A scan or photograph as it was handed in.</summary>
public sealed record JustificationFile(string Name, string ContentType, byte[] Content);

/// <summary>The document of an absence: it lives until the decision and no longer.</summary>
public sealed class JustificationDocument
{
    private JustificationDocument() => (Name, ContentType, Content) = ("", "", []);

    internal JustificationDocument(JustificationRequestId request, JustificationFile file) =>
        (RequestId, Name, ContentType, Content) = (request, file.Name, file.ContentType, file.Content);

    public JustificationRequestId RequestId { get; private set; }

    public string Name { get; private set; }

    public string ContentType { get; private set; }

    public byte[] Content { get; private set; }
}
