using System.Text.Json.Serialization;
using Training.Domain.People;

namespace Training.Reports.EvidenceBundles;

/// <summary>What a bundle is of, in a period: what a grant paid, one session, or chosen persons; the whole school where nothing is said.</summary>
/// <param name="Copies">Of scans that show chosen persons: what is left to see. A scan that is not named is not copied, and only its digest is given.</param>
public sealed record EvidenceScope(
    DateOnly From, DateOnly To, string? Grant = null, string? Session = null, IReadOnlyList<Guid>? Persons = null, IReadOnlyList<CoveredCopy>? Copies = null)
{
    public const int MostPersons = 50;

    public bool IsOfPersons => Persons is { Count: > 0 };

    /// <summary>Nobody where the bundle is of everybody.</summary>
    [JsonIgnore]
    public List<PersonId> PersonIds => [.. (Persons ?? []).Select(id => new PersonId(id))];

    public bool Has(Guid person) => !IsOfPersons || Persons!.Contains(person);
}

/// <summary>A scan on which everything is covered but some stripes.</summary>
public sealed record CoveredCopy(Guid Scan, IReadOnlyList<PageStripe> Shown);

/// <summary>A part of a page over its whole width, from top to bottom in thousandths of its height.</summary>
public readonly record struct PageStripe(int Top, int Bottom)
{
    public const int Whole = 1000;

    /// <summary>From what stands in a form, such as <c>300-335</c>; nothing where it is no stripe of a page.</summary>
    public static PageStripe? Read(string text) =>
        text.Split('-') is [var top, var bottom] && int.TryParse(top, out var from) && int.TryParse(bottom, out var to) && from is >= 0 and < Whole && to > from && to <= Whole
            ? new PageStripe(from, to)
            : null;

    public override string ToString() => $"{Top}-{Bottom}";
}
