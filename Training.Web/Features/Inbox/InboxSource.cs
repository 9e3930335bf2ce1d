using Training.Domain;

namespace Training.Web.Features.Inbox;

/// <summary>
/// One kind of thing that the secretariat decides on. A further kind is a class of this shape in the folder of its feature and a line in
/// <see cref="InboxSources.All"/>; its words are the texts <c>InboxKind_{Kind}</c> and <c>InboxDecision_{Kind}_{decision}</c>.
/// </summary>
public abstract class InboxSource
{
    /// <summary>The code in addresses and claims: small letters and hyphens.</summary>
    public abstract string Kind { get; }

    /// <summary>What can be decided on many at once, the usual one first. None when each has a page of its own.</summary>
    public virtual IReadOnlyList<InboxDecision> Decisions => [];

    /// <summary>What waits, oldest or most urgent first, in the reader's language.</summary>
    public abstract Task<IReadOnlyList<InboxItem>> FindAsync(CancellationToken ct);

    /// <summary>Carries one decision out. Only called with a code of <see cref="Decisions"/> and an item that <see cref="FindAsync"/> gave.</summary>
    /// <param name="reason">What was typed, or nothing; there where the decision asks for it.</param>
    public virtual Task<Outcome<Done>> DecideAsync(Guid item, string decision, string? reason, CancellationToken ct) =>
        throw new NotSupportedException($"Nothing is decided on '{Kind}' from the inbox.");
}

/// <summary>Something that waits for the secretariat.</summary>
/// <param name="Title">Who or what it is about.</param>
/// <param name="Details">What one needs to know to decide, a line each.</param>
/// <param name="Path">The page with the rest, without the language; nothing when there is none.</param>
/// <param name="Due">The day after which it is too late.</param>
public sealed record InboxItem(Guid Id, string Title, IReadOnlyList<string> Details, DateTimeOffset Since, string? Path = null, DateOnly? Due = null);

/// <param name="NeedsReason">Cannot be carried out without a reason.</param>
public sealed record InboxDecision(string Code, bool NeedsReason = false);
