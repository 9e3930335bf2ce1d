namespace Training.Domain.People;

public readonly record struct PersonRequestId(Guid Value) : IId<PersonRequestId>
{
    public static PersonRequestId New() => new(Guid.CreateVersion7());

    public static PersonRequestId From(Guid value) => new(value);
}

/// <summary>What somebody asks about their own file: the rights of articles 16 and 17 of the GDPR.</summary>
public enum PersonRequestKind
{
    Correction,
    Erasure,
}

public enum PersonRequestStatus
{
    Open,
    Granted,
    Refused,
}

/// <summary>A request of a person about their own file, and the school's answer with its reasons.</summary>
public sealed class PersonRequest
{
    public const int TextMaxLength = 2000;

    private PersonRequest() => Text = "";

    public PersonRequest(PersonId person, PersonRequestKind kind, string text, DateTimeOffset now) : this() =>
        (Id, PersonId, Kind, Text, AskedAt) = (PersonRequestId.New(), person, kind, text, now);

    public PersonRequestId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public PersonRequestKind Kind { get; private set; }

    public string Text { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public PersonRequestStatus Status { get; private set; }

    public string? Answer { get; private set; }

    public string? AnsweredBy { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public int Version { get; private set; }

    public Outcome<Done> Reply(PersonRequestStatus status, string answer, string by, DateTimeOffset now)
    {
        if (Status != PersonRequestStatus.Open)
            return new RequestAnswered(Status);

        (Status, Answer, AnsweredBy, AnsweredAt, Version) = (status, answer, by, now, Version + 1);
        return new Done();
    }
}
