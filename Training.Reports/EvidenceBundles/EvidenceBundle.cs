using Training.Reports.Reporting;

namespace Training.Reports.EvidenceBundles;

/// <summary>One file of a bundle.</summary>
/// <param name="At">When what it says was recorded: the same evidence gives the same bundle.</param>
public sealed record EvidenceFile(string Name, byte[] Content, DateTimeOffset At);

/// <summary>
/// The evidence of a <see cref="EvidenceScope"/>: registers and their seals, signed sheets, certificates as they were kept, the table of allocated
/// minutes and the index, all as known at the cut-off of its run.
/// </summary>
/// <param name="Originals">Digests of what is in the bundle as a copy, or not at all, because it tells of others too.</param>
public sealed record EvidenceBundle(EvidenceScope Scope, Report Index, IReadOnlyList<EvidenceFile> Files, IReadOnlyList<EvidenceOriginal> Originals);

/// <summary>A file that stays at the school.</summary>
/// <param name="Copy">The name of its covered copy; nothing where it is not copied.</param>
public sealed record EvidenceOriginal(string Name, string Sha256, string? Copy);
