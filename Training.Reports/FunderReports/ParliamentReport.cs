using Training.Reports.Reporting;

namespace Training.Reports.FunderReports;

/// <summary>
/// R5: the question really put to the school: who was trained, by course, sex, age, institution and language role, beside the same period
/// a year earlier. Any two of the dimensions may be crossed instead.
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
        var found = await participations.FindAsync(context, ct);
        if (Find(question.Rows) is { } down && Find(question.Columns) is { } across)
            return Cross(found, down, across, question.To.Year);

        var before = await participations.FindAsync(context, ct, question.From.AddYears(-1), question.To.AddYears(-1));
        var chosen = Find(question.Rows) is { } one ? [one] : Dimension.OfTheQuestion;
        var rows = new List<ReportRow>();
        foreach (var dimension in chosen)
        {
            var earlier = before.Where(p => p.Session.Kind == Domain.Courses.CourseKind.Course).ToLookup(p => dimension.Of(p, question.To.Year - 1).Key);
            foreach (var value in found.Where(p => p.Session.Kind == Domain.Courses.CourseKind.Course).GroupBy(p => dimension.Of(p, question.To.Year).Key).OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                var cells = Line(dimension.Of(value.First(), question.To.Year).Label, [.. value], [.. earlier[value.Key]], question.To.Year);
                rows.Add(new ReportRow($"{dimension.Key}:{value.Key}", new Word($"Report_By_{dimension.Key}"), cells));
            }
        }

        return new ReportTable(All, rows, rows.Count == 0 ? null : Line(new Word("Report_Total"), found, before, question.To.Year))
        {
            Drawing = new("Label", ["StaffHours", "PreviousHours"], new Word($"Report_By_{chosen[0].Key}")),
        };
    }

    private static Dimension? Find(string? key) => Dimension.All.FirstOrDefault(dimension => dimension.Key == key);

    private static IReadOnlyList<object?> Line(object label, IReadOnlyList<Participation> people, IReadOnlyList<Participation> before, int year)
    {
        var (now, then) = (new Headcount(people, year), new Headcount(before, year - 1));
        return [label, now.Participations, now.Persons, now.Minutes, now.Certificates, people.Count(p => p.DroppedOut), then.Persons, then.Minutes];
    }

    // Participations, which add up; people would not where one follows two courses.
    private static ReportTable Cross(IReadOnlyList<Participation> found, Dimension down, Dimension across, int year) =>
        new CrossTable<Participation>(down, p => down.Of(p, year), p => across.Of(p, year), some => some.Count(), CrossTables.Participations, CrossTables.AllParticipations)
            .Of([.. found.Where(p => p.Counts)]);
}
