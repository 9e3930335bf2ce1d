namespace Training.Reports.EvidenceBundles;

/// <summary>One file of a bundle.</summary>
/// <param name="At">When what it says was recorded: the same evidence gives the same bundle.</param>
public sealed record EvidenceFile(string Name, byte[] Content, DateTimeOffset At);

/// <summary>
/// The evidence behind what a grant paid, or of a session: sealed registers, certificates as they were kept, the table of allocated
/// minutes and the index.
/// </summary>
public sealed record EvidenceBundle(Reporting.Report Index, IReadOnlyList<EvidenceFile> Files);
