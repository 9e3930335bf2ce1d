namespace Training.Domain.People;

public readonly record struct FileReadingId(Guid Value) : IId<FileReadingId>
{
    public static FileReadingId From(Guid value) => new(value);
}

/// <summary>What of a personal file was looked at.</summary>
public enum FilePart
{
    File,
    TimeRelease,
    Changes,
}

/// <summary>Somebody looked at the file of somebody else. Written once; whoever the file is about can read it.</summary>
public sealed class FileReading
{
    private FileReading() => ReadBy = "";

    public FileReading(PersonId person, FilePart part, string by, DateTimeOffset at) =>
        (Id, PersonId, Part, ReadBy, RecordedAt) = (new FileReadingId(Guid.CreateVersion7()), person, part, by, at);

    public FileReadingId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public FilePart Part { get; private set; }

    public string ReadBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
