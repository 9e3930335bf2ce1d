using Training.Domain.Courses;
using Training.Domain.People;

namespace Training.Domain.Enrolments;

public readonly record struct InterestEntryId(Guid Value) : IId<InterestEntryId>
{
    public static InterestEntryId From(Guid value) => new(value);
}

/// <summary>A person waits for a course that has no planned session. There is one row per person and course.</summary>
public sealed class InterestEntry
{
    private InterestEntry()
    {
    }

    public InterestEntry(PersonId person, CourseId course, DateTimeOffset now) =>
        (Id, PersonId, CourseId, RecordedAt) = (new InterestEntryId(Guid.CreateVersion7()), person, course, now);

    public InterestEntryId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public CourseId CourseId { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>When the person no longer waited; nothing while they do.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Waits again, and again behind those who came meanwhile.</summary>
    public void Renew(DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
            (RecordedAt, WithdrawnAt) = (now, null);
    }

    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;
}
