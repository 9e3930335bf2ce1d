using Training.Reports.EvidenceBundles;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Evidence;

/// <summary>What a bundle of evidence is asked of, step by step: nothing that was chosen gets lost on the way.</summary>
public sealed class EvidenceForm
{
    private const int MostDays = 3660;

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public string? Grant { get; set; }

    public string? Session { get; set; }

    /// <summary>Chosen persons.</summary>
    public List<Guid> Persons { get; set; } = [];

    public string? Search { get; set; }

    /// <summary>The button: <c>export</c>, <c>add:</c> or <c>remove:</c> with a person, or anything else to show the page anew.</summary>
    public string? Step { get; set; }

    public string? Purpose { get; set; }

    /// <summary>By scan, the stripes that are left to see, such as <c>300-335 410-445</c>.</summary>
    public Dictionary<Guid, string?> Keep { get; set; } = [];

    /// <summary>Scans whose copy somebody has looked at, and that go into the bundle.</summary>
    public List<Guid> Copies { get; set; } = [];

    /// <summary>Takes the step of the button that was pressed.</summary>
    public void TakeStep()
    {
        if (Step?.Split(':') is not [var what, var id] || !Guid.TryParse(id, out var person))
            return;

        Persons.Remove(person);
        if (what != "add" || Persons.Count == EvidenceScope.MostPersons)
            return;

        Persons.Add(person);
        Search = null;
    }

    /// <returns>Nothing where the days are in the wrong order or too far apart.</returns>
    public EvidenceScope? ScopeOn(DateOnly today)
    {
        var to = To ?? today;
        var from = From ?? new DateOnly(to.Year, 1, 1);
        return from > to || to.DayNumber - from.DayNumber > MostDays
            ? null
            : new EvidenceScope(from, to, Code(Grant), Code(Session)?.AsCode(), Persons, [.. Copies.Select(scan => new CoveredCopy(scan, StripesOf(scan) ?? []))]);
    }

    /// <returns>Nothing where it cannot be read.</returns>
    public IReadOnlyList<PageStripe>? StripesOf(Guid scan) => Stripes(Keep.GetValueOrDefault(scan));

    public static IReadOnlyList<PageStripe>? Stripes(string? text)
    {
        var stripes = (text ?? "").Split((char[])[' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(PageStripe.Read).ToList();
        return stripes.Exists(stripe => stripe is null) ? null : [.. stripes.Select(stripe => stripe!.Value)];
    }

    private static string? Code(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
