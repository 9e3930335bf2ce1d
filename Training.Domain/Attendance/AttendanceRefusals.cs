using Training.Domain.Time;

namespace Training.Domain.Attendance;

/// <summary>A sealed register is not marked again; a mistake is put right by a correction with a reason.</summary>
public sealed record RegisterSealed(DateOnly Date, DayPart Part) : Refusal;

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
