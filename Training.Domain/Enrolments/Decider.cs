using Training.Domain.People;

namespace Training.Domain.Enrolments;

/// <summary>Somebody who may say yes for the employer.</summary>
/// <param name="Self">Who they are, where that is known: one's own request is another matter.</param>
public sealed record Decider(PersonId? Self);
