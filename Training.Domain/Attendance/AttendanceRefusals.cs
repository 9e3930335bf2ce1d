using Training.Domain.Time;

namespace Training.Domain.Attendance;

/// <summary>A sealed register is not marked again; a mistake is put right by a correction with a reason.</summary>
public sealed record RegisterSealed(DateOnly Date, DayPart Part) : Refusal;

/// <summary>The trainer has closed this half-day; it is reopened before it is marked again.</summary>
public sealed record RegisterClosed(DateOnly Date, DayPart Part) : Refusal;

/// <summary>The trainer has not closed this half-day yet.</summary>
public sealed record RegisterStillOpen(DateOnly Date, DayPart Part) : Refusal;

/// <summary>The half-day has not begun: nobody can be marked present in the future.</summary>
public sealed record HalfDayNotBegun(DateOnly Date, DayPart Part) : Refusal;

/// <summary>Somebody with a seat has no mark yet.</summary>
public sealed record NotEverybodyMarked(int Missing) : Refusal;

/// <summary>An arrival after the departure, or times outside the half-day.</summary>
public sealed record TimesOutOfOrder(TimeOnly Arrived, TimeOnly Left) : Refusal;

/// <summary>The interval lies outside the minutes that the person missed.</summary>
public sealed record NothingMissedThen(TimeOnly From, TimeOnly To) : Refusal;

/// <summary>Only a sealed register is corrected; an open or closed one is marked.</summary>
public sealed record RegisterNotSealed(DateOnly Date, DayPart Part) : Refusal;

/// <summary>The correction says what the register says already.</summary>
public sealed record NothingToCorrect : Refusal;

/// <summary>Somebody has already said which enrolment this person has.</summary>
public sealed record UnlistedPersonSettled : Refusal;

/// <summary>Only whoever wrote marks on a device may send them.</summary>
public sealed record NotTheAuthor : Refusal;

/// <summary>A name that is empty or too long.</summary>
public sealed record NameUnreadable(int MaxLength) : Refusal;

/// <summary>The text holds a national register number, which may not be kept.</summary>
public sealed record NationalNumberInText : Refusal;

/// <summary>The register is gone, or is no longer one of whoever sends this.</summary>
public sealed record NotYourRegister : Refusal;
