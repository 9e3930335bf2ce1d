namespace Training.Domain.Courses;

/// <summary>French and Dutch are owed equally: with one of them empty a course is not published.</summary>
public sealed record TranslationMissing(string Course) : Refusal;

/// <summary>One language was changed and the other was not: somebody must confirm that they still say the same.</summary>
public sealed record TranslationStale(string Course) : Refusal;

public sealed record CodeTaken(string Code) : Refusal;

/// <summary>Nobody has to wait for a course that can be followed.</summary>
public sealed record SessionIsPlanned(string Course) : Refusal;
