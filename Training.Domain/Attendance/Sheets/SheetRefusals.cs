namespace Training.Domain.Attendance.Sheets;

/// <summary>No sheet of a session that one may see bears this code.</summary>
public sealed record SheetCodeUnknown : Refusal;

/// <summary>What proves the presence of somebody who did not sign is to be said.</summary>
public sealed record SignatureProofMissing : Refusal;

/// <summary>Nobody signs for a half-day before it begins.</summary>
public sealed record SigningNotBegun(DateOnly Date, TimeOnly Begins) : Refusal;

/// <summary>What was sent is no drawing, or too little of one.</summary>
public sealed record SignatureMissing : Refusal;
