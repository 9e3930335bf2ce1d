using Training.Domain.Courses;

namespace Training.Domain.Attendance.Exams;

/// <summary>More marks than can be earned, or fewer than none.</summary>
public sealed record MarksOutOfRange(LocalizedText Subject, int Most) : Refusal;

/// <summary>The session has not begun: there is nothing to examine yet.</summary>
public sealed record ExamNotBegun(DateOnly FirstDay) : Refusal;
