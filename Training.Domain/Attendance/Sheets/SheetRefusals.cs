namespace Training.Domain.Attendance.Sheets;

/// <summary>No sheet of a session that one may see bears this code.</summary>
public sealed record SheetCodeUnknown : Refusal;

/// <summary>What proves the presence of somebody who did not sign is to be said.</summary>
public sealed record SignatureProofMissing : Refusal;
