using System.Globalization;
using Training.Domain.Courses;
using Training.Domain.People;

namespace Training.Reports.TrainingHours;

/// <summary>Which hours are asked for. Organisation, funder and theme are codes; nothing means all.</summary>
public sealed record TrainingHoursFilter(DateOnly From, DateOnly To, string? Organisation = null, string? Funder = null, string? Theme = null);

/// <summary>What the chosen codes are called.</summary>
public sealed record TrainingHoursNames(LocalizedText? Organisation, LocalizedText? Funder, LocalizedText? Theme);

/// <summary>One person at one organisation. Durations are minutes; an empty figure is not known, which is not the same as nothing.</summary>
public sealed record TrainingHoursLine(
    string OrganisationCode,
    LocalizedText Organisation,
    PersonId PersonId,
    string Person,
    Gender Gender,
    LocalizedText? Function,
    int? RequiredLevel,
    decimal? Fte,
    int? Granted,
    int Reserved,
    int Used,
    int? Balance,
    int Attended,
    int Exchange,
    int Participations,
    int Certificates,
    int NoShows,
    FundingStatus Funding)
{
    internal bool SaysSomething => Attended + Exchange + Certificates + NoShows + Reserved + Used > 0;
}

/// <summary>What the figures do not yet hold.</summary>
public sealed record TrainingHoursLacking(int UnsealedHalfDays, int PendingMinutes);

/// <summary>
/// The managers' report on training hours: what it says, with no word about how it looks. Only sealed half-days count, as they were
/// known at <paramref name="CutOff"/>.
/// </summary>
/// <param name="BalanceYear">The year whose time release the lines show.</param>
public sealed record TrainingHours(
    TrainingHoursFilter Filter,
    TrainingHoursNames Names,
    int BalanceYear,
    DateTimeOffset CutOff,
    string Author,
    IReadOnlyList<TrainingHoursLine> Lines,
    TrainingHoursLacking Lacking)
{
    public TrainingHoursTotals Totals { get; } = new(Lines);

    /// <summary>Those of whom there is something to read; the totals count the others as well.</summary>
    public IReadOnlyList<TrainingHoursLine> Told { get; } = [.. Lines.Where(line => line.SaysSomething)];

    /// <summary>The same staff and figures, one entry an organisation.</summary>
    public IReadOnlyList<(string Code, LocalizedText Name, TrainingHoursTotals Totals)> ByOrganisation { get; } =
    [
        .. Lines.GroupBy(line => line.OrganisationCode)
            .Select(group => (group.Key, group.First().Organisation, new TrainingHoursTotals([.. group]))),
    ];

    /// <summary>SHA-256 over every figure: two papers that bear the same digest bear the same figures.</summary>
    public string Digest { get; } = Domain.ChangeRecords.Digest.Of(Lines.Select(Facts)
        .Prepend(string.Create(CultureInfo.InvariantCulture, $"{Filter.From:O}|{Filter.To:O}|{Filter.Organisation}|{Filter.Funder}|{Filter.Theme}|{Lacking}")));

    private static string Facts(TrainingHoursLine line) => string.Create(CultureInfo.InvariantCulture,
        $"{line.OrganisationCode}|{line.Person}|{line.Function?.Fr}|{line.RequiredLevel}|{line.Fte:0.####}|{line.Granted}|{line.Reserved}|{line.Used}|{line.Balance}")
        + string.Create(CultureInfo.InvariantCulture, $"|{line.Attended}|{line.Exchange}|{line.Participations}|{line.Certificates}|{line.NoShows}");
}
