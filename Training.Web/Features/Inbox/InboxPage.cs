using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Persistence;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Inbox;

/// <summary>Everything that waits for the secretariat, by kind.</summary>
public sealed record InboxPage(InboxFilter Filter, IReadOnlyList<InboxPage.Section> Sections)
{
    /// <summary>What was typed in a form that was refused, and why.</summary>
    public InboxForm? Typed { get; init; }

    public string? Refused { get; init; }

    public IReadOnlyList<(string Title, Refusal Refusal)> Refusals { get; init; } = [];

    public int Count => Sections.Sum(section => section.Lines.Count);

    /// <param name="Total">How many there are without the filter.</param>
    public sealed record Section(string Kind, IReadOnlyList<InboxDecision> Decisions, IReadOnlyList<Line> Lines, int Total);

    public sealed record Line(InboxItem Item, string? ClaimedBy);

    public static async Task<InboxPage> FindAsync(
        TrainingDbContext db, IEnumerable<InboxSource> sources, InboxFilter filter, string reader, CancellationToken ct)
    {
        var claims = await db.InboxClaims.AsNoTracking().ToDictionaryAsync(claim => (claim.Kind, claim.ItemId), claim => claim.ClaimedBy, ct);
        var words = new SearchWords(filter.Q);
        var sections = new List<Section>();
        foreach (var source in sources)
        {
            var lines = (await source.FindAsync(ct)).Select(item => new Line(item, claims.GetValueOrDefault((source.Kind, item.Id)))).ToList();
            sections.Add(new Section(source.Kind, source.Decisions, [.. lines.Where(line => IsWanted(source.Kind, line))], lines.Count));
        }

        return new InboxPage(filter, sections);

        bool IsWanted(string kind, Line line) =>
            (string.IsNullOrEmpty(filter.Kind) || filter.Kind == kind)
            && filter.Claimed switch
            {
                InboxFilter.Mine => line.ClaimedBy == reader,
                InboxFilter.Free => line.ClaimedBy is null,
                _ => true,
            }
            && (words.IsEmpty || words.FoundIn([line.Item.Title, .. line.Item.Details]));
    }
}
