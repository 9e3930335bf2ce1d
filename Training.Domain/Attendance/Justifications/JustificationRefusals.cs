namespace Training.Domain.Attendance.Justifications;

/// <summary>The window in which an absence may be justified is over (conditions <c>gsob.justify.*</c>).</summary>
public sealed record JustificationTooLate(DateOnly LastDay) : Refusal;

public sealed record JustificationDecided(JustificationDecision Decision) : Refusal;

/// <summary>The same stretch has a request that nobody has decided on yet.</summary>
public sealed record JustificationAwaited : Refusal;

/// <summary>Neither JPEG, PNG nor PDF, or larger than allowed.</summary>
public sealed record DocumentUnreadable(int MaxMegabytes) : Refusal;

/// <summary>A mark can be contested for a few working days only.</summary>
public sealed record ContestTooLate(DateOnly LastDay) : Refusal;

/// <summary>This half-day has been contested already.</summary>
public sealed record ContestedAlready : Refusal;

public sealed record ContestAnswered : Refusal;

/// <summary>The text is empty or too long.</summary>
public sealed record TextUnreadable(int MaxLength) : Refusal;
