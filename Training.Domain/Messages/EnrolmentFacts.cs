using System.Text.Json;
using Training.Domain.People;

namespace Training.Domain.Messages;

/// <summary>What the texts about an enrolment refer to.</summary>
public sealed record EnrolmentFacts(
    string Session, string CourseFr, string CourseNl, DateOnly? FirstDay, DateOnly? LastDay, string? Reason = null, string? Number = null, decimal? AmountEur = null)
{
    public OutboxMessage To(PersonId recipient, MessageKind kind, DateTimeOffset now) => new(kind, recipient, JsonSerializer.Serialize(this), now);

    public static EnrolmentFacts Read(string facts) => JsonSerializer.Deserialize<EnrolmentFacts>(facts)!;
}
