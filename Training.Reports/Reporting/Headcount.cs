using Training.Domain.People;

namespace Training.Reports.Reporting;

/// <summary>People and participations of some enrolments: a person in three courses is one person and three participations.</summary>
public sealed class Headcount
{
    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("Participations", CellKind.Count, Counts: true), new("Persons", CellKind.Count, Counts: true),
        new("Women", CellKind.Count, Counts: true), new("Men", CellKind.Count, Counts: true), new("GenderX", CellKind.Count, Counts: true), new("GenderNotStated", CellKind.Count, Counts: true),
        .. AgeBand.All.Select(band => new ReportColumn(band.Key, CellKind.Count, Counts: true)),
    ];

    private readonly List<Participation> _counted;
    private readonly List<ParticipantTraits> _people;
    private readonly int _year;

    /// <param name="year">The reporting year: age is that of its last day.</param>
    public Headcount(IEnumerable<Participation> participations, int year)
    {
        _counted = [.. participations.Where(p => p.Counts)];
        _people = [.. _counted.Select(p => p.Who).DistinctBy(who => who.Person)];
        _year = year;
    }

    public int Participations => _counted.Count;

    public int Persons => _people.Count;

    public int Minutes => _counted.Sum(p => p.Attended);

    public int Certificates => _counted.Count(p => p.Certified);

    public int Of(Gender gender) => _people.Count(who => who.Gender == gender);

    public int Of(AgeBand band) => _people.Count(who => AgeBand.Of(who.YearOfBirth, _year) == band);

    /// <summary>In the order of <see cref="Columns"/>.</summary>
    public IEnumerable<object?> Cells =>
        [Participations, Persons, Of(Gender.F), Of(Gender.M), Of(Gender.X), Of(Gender.NotStated), .. AgeBand.All.Select(band => (object)Of(band))];
}

/// <summary>Years of age on the last day of the reporting year.</summary>
public sealed record AgeBand(string Key, int From, int To)
{
    private const int Unknown = -1;

    public static readonly AgeBand NotStated = new("AgeNotStated", Unknown, Unknown);

    public static readonly IReadOnlyList<AgeBand> All =
        [new("AgeTo25", 0, 25), new("Age26", 26, 34), new("Age35", 35, 44), new("Age45", 45, 54), new("Age55", 55, 64), new("Age65", 65, 200), NotStated];

    public static AgeBand Of(int? yearOfBirth, int year) =>
        yearOfBirth is { } born ? All.FirstOrDefault(band => year - born >= band.From && year - born <= band.To && band.From != Unknown) ?? NotStated : NotStated;
}
