namespace Training.Domain.Courses;

/// <summary>French and Dutch are owed equally: with one of them empty a course is not published.</summary>
public sealed record TranslationMissing(string Course) : Refusal;
