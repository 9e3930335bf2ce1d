using Training.Domain.Courses;

namespace Training.Domain.Attendance.Policies;

/// <summary>Nothing was attended at all.</summary>
public sealed record NothingAttended : Refusal;

/// <summary>Less than the minimum share of the hours, after justified absence has left the sum.</summary>
public sealed record BelowMinimumShare(int AttendedMinutes, int NeededMinutes) : Refusal;

/// <summary>A rule that allows no unjustified minute.</summary>
public sealed record UnjustifiedAbsence(int MissedMinutes) : Refusal;

/// <summary>More justified absence than the rule allows.</summary>
public sealed record TooMuchJustified(int JustifiedMinutes, int AllowedMinutes) : Refusal;

/// <summary>More unjustified absence than the rule allows.</summary>
public sealed record TooMuchUnjustified(int UnjustifiedMinutes, int AllowedMinutes) : Refusal;

/// <summary>Too little in one subject.</summary>
public sealed record SubjectNotPassed(LocalizedText Subject, decimal Marks, decimal Needed) : Refusal;

/// <summary>Every subject is passed, or may be, and the sum is not enough.</summary>
public sealed record ExamNotPassed(decimal Marks, decimal Needed) : Refusal;
