using Training.Domain.Courses;
using Training.Reports.Reporting;

namespace Training.Reports.FunderReports;

/// <summary>
/// R5: the question really put to the school: who was trained, by course, sex, age, institution and language role, beside another
/// period, the same of the year before unless one is chosen. Any two of the dimensions may be crossed instead.
/// </summary>
public sealed class ParliamentReport(Participations participations) : IReportQuery
{
    private static readonly ReportColumn[] All =
    [
        new("Label", CellKind.Text), new("Participations", CellKind.Count, Counts: true), new("Persons", CellKind.Count, Counts: true), new("StaffHours", CellKind.Minutes),
        new("Certificates", CellKind.Count, Counts: true), new("DropOuts", CellKind.Count, Counts: true),
        new("PreviousPersons", CellKind.Count, Counts: true), new("PreviousHours", CellKind.Minutes),
    ];

    public string Id => "r5";

    public async Task<ReportTable> FindAsync(ReportContext context, CancellationToken ct)
    {
        var question = context.Question;
        var found = Courses(await participations.FindAsync(context, ct));
        if (Find(question.Rows) is { } down && Find(question.Columns) is { } across)
            return Cross(found, down, across, question.To.Year) with { Basis = ReportBasis.Of(found) };

        var compared = question.Compared();
        var before = Courses(await participations.FindAsync(context, ct, compared.From, compared.To));
        var chosen = Find(question.Rows) is { } one ? [one] : Dimension.OfTheQuestion;
        var rows = new List<ReportRow>();
        foreach (var dimension in chosen)
        {
            var (now, then) = (found.ToLookup(p => dimension.Of(p, question.To.Year).Key), before.ToLookup(p => dimension.Of(p, compared.To.Year).Key));
            var labels = found.Select(p => dimension.Of(p, question.To.Year)).Concat(before.Select(p => dimension.Of(p, compared.To.Year))).DistinctBy(value => value.Key);
            rows.AddRange(labels.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => new ReportRow(
                $"{dimension.Key}:{value.Key}", new Word($"Report_By_{dimension.Key}"), Line(value.Label, [.. now[value.Key]], [.. then[value.Key]], question))));
        }

        return new ReportTable(All, rows, rows.Count == 0 ? null : Line(new Word("Report_Total"), found, before, question))
        {
            Drawing = new("Label", ["StaffHours", "PreviousHours"], new Word($"Report_By_{chosen[0].Key}")),
            Basis = ReportBasis.Of(found),
        };
    }

    private static List<Participation> Courses(IEnumerable<Participation> all) => [.. all.Where(p => p.Session.Kind == CourseKind.Course)];

    private static Dimension? Find(string? key) => Dimension.All.FirstOrDefault(dimension => dimension.Key == key);

    private static IReadOnlyList<object?> Line(object label, IReadOnlyList<Participation> people, IReadOnlyList<Participation> before, ReportQuestion question)
    {
        var (now, then) = (new Headcount(people, question.To.Year), new Headcount(before, question.Compared().To.Year));
        return [label, now.Participations, now.Persons, now.Minutes, now.Certificates, people.Count(p => p.DroppedOut), then.Persons, then.Minutes];
    }

    // Participations, which add up; people would not where one follows two courses.
    private static ReportTable Cross(IReadOnlyList<Participation> found, Dimension down, Dimension across, int year) =>
        new CrossTable<Participation>(down, p => down.Of(p, year), p => across.Of(p, year), some => some.Count(), CrossTables.Participations, CrossTables.AllParticipations)
            .Of([.. found.Where(p => p.Counts)]);
}
