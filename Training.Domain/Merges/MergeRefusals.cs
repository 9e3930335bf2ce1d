namespace Training.Domain.Merges;

/// <summary>Both sit in one session: one of the two enrolments must be withdrawn first.</summary>
public sealed record BothEnrolled(string Session) : Refusal;

/// <summary>Both have used time release of one year with one employer: the ledger has no way to add the two up.</summary>
public sealed record BothUsedTimeRelease(int Year) : Refusal;

/// <summary>One of the two was merged already, or they are one and the same.</summary>
public sealed record NothingToMerge : Refusal;

/// <summary>The merge was undone before.</summary>
public sealed record MergeUndone : Refusal;
