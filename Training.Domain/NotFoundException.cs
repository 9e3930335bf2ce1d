namespace Training.Domain;

/// <summary>Something was asked for by an id or code that leads nowhere the reader may go: a stale link or a made-up one, not a mistake of ours.</summary>
public sealed class NotFoundException(string what) : Exception($"There is no such {what}.");
