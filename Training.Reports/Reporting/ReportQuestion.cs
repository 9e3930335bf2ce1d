using System.Globalization;
using Training.Domain;

namespace Training.Reports.Reporting;

/// <summary>What a report is asked. Codes that are not given mean all.</summary>
/// <param name="Report">Its short name, such as <c>r5</c>.</param>
/// <param name="Rows">A dimension to break down by, where the report offers a choice.</param>
/// <param name="Columns">A second dimension, across.</param>
/// <param name="IsPublished">For the public or parliament: small counts are hidden.</param>
/// <param name="Only">Values of dimensions to which the report is narrowed, as <c>sex:1;function:GUARD</c>.</param>
/// <param name="CompareFrom">Where the report puts another period beside its own: its first day. A year earlier where nothing is said.</param>
public sealed record ReportQuestion(
    string Report, DateOnly From, DateOnly To, string? Funder = null, string? Grant = null, string? Organisation = null, string? Theme = null,
    string? Rows = null, string? Columns = null, bool IsPublished = false, string? Only = null, DateOnly? CompareFrom = null)
{
    /// <summary>What <see cref="Only"/> says. Organisation, funder and theme are asked for by themselves, and what is published is of nobody alone.</summary>
    public IReadOnlyList<(Dimension Dimension, string Value)> Narrowed =>
    [
        .. (Only ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(':', 2)).Select(one =>
            one.Length == 2 && Dimension.Find(one[0]) is { Key: not ("organisation" or "funder" or "theme") } dimension && !(IsPublished && dimension == Dimension.Person)
                ? (dimension, one[1])
                : throw new NotFoundException(nameof(Dimension))),
    ];

    /// <summary>Whether only some courses count: then nothing can be said of time release, which is for all of them.</summary>
    public bool IsOfSomeCourses => Funder is not null || Theme is not null || Narrowed.Any(one => one.Dimension == Dimension.Course);

    /// <summary>The period that is put beside the one asked for: as many days or, from the same day of another year, up to the same day.</summary>
    public (DateOnly From, DateOnly To) Compared()
    {
        var from = CompareFrom ?? From.AddYears(-1);
        return (from, (from.Month, from.Day) == (From.Month, From.Day) ? To.AddYears(from.Year - From.Year) : from.AddDays(To.DayNumber - From.DayNumber));
    }

    /// <summary>The same text in every language, for digests.</summary>
    public string Canonical => string.Create(
        CultureInfo.InvariantCulture, $"{Report}|{From:O}|{To:O}|{Funder}|{Grant}|{Organisation}|{Theme}|{Rows}|{Columns}|{IsPublished}|{Only}{(CompareFrom is { } compared ? $"|{compared:O}" : "")}");
}
