using Training.Domain;
using Training.Reports.EvidenceBundles;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Reports;

/// <summary>What a bundle of evidence is asked of, step by step: nothing that was chosen gets lost on the way.</summary>
public sealed class EvidenceForm
{
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

    /// <summary>Of the period of a report, and of the half-days that R9 is an index of.</summary>
    public Outcome<EvidenceScope> ScopeOn(DateOnly today)
    {
        var asked = new ReportForm { From = From, To = To, Grant = Grant }.QuestionOn("r9", today);
        if (asked.IsRefused)
            return asked.Refusal;

        var session = string.IsNullOrWhiteSpace(Session) ? null : Session.AsCode();
        return new EvidenceScope(asked.Value.From, asked.Value.To, asked.Value.Grant, session, Persons, [.. Copies.Select(scan => new CoveredCopy(scan, StripesOf(scan) ?? []))]);
    }

    /// <returns>Nothing where it cannot be read.</returns>
    public IReadOnlyList<PageStripe>? StripesOf(Guid scan) => Stripes(Keep.GetValueOrDefault(scan));

    public static IReadOnlyList<PageStripe>? Stripes(string? text)
    {
        var stripes = (text ?? "").Split((char[])[' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(PageStripe.Read).ToList();
        return stripes.Exists(stripe => stripe is null) ? null : [.. stripes.Select(stripe => stripe!.Value)];
    }
}
