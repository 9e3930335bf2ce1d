using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.Reporting;

namespace Training.Reports.FunderReports;

/// <summary>
/// R11: what was asked in the period and not given, by course and month of the request, whenever the session is or was to be, and the same requests by
/// function, level of the post and municipality;
/// and what was searched in the catalogue and not found, on days that were over at the cut-off.
/// </summary>
public sealed class UnmetDemandReport(TrainingDbContext db, OfficeClock clock, Participations participations) : IReportQuery
{
    private static readonly ReportColumn[] All =
    [
        new("Label", CellKind.Text), new("Month", CellKind.Text), new("Waiting", CellKind.Count, Counts: true), new("Refused", CellKind.Count, Counts: true), new("RefusedNoTime", CellKind.Count, Counts: true), new("RefusedWhy", CellKind.Text),
        new("CancelledByEmployer", CellKind.Count, Counts: true), new("CancelledBySchool", CellKind.Count, Counts: true), new("DidNotCome", CellKind.Count, Counts: true),
        new("Searches", CellKind.Count),
    ];

    public string Id => "r11";

    public async Task<ReportTable> FindAsync(ReportContext context, CancellationToken ct)
    {
        var question = context.Question;
        var found = (await participations.FindAsync(context, ct, to: DateOnly.MaxValue))
            .Where(p => IsUnmet(p.Status) && clock.DateOn(p.RequestedAt) is var asked && question.From <= asked && asked <= question.To).ToList();
        var rows = new List<ReportRow>();
        foreach (var group in found.GroupBy(p => (p.Session.CourseCode, Month: p.RequestedAt.ToString("yyyy-MM", CultureInfo.InvariantCulture))).OrderBy(group => group.Key))
            rows.Add(new ReportRow($"course:{group.Key.CourseCode}:{group.Key.Month}", new Word("Report_ByCourse"), Line(group.First().Session.Course, group.Key.Month, [.. group], question.IsPublished)));
        foreach (var group in found.GroupBy(p => p.Who.FunctionCode).OrderBy(group => group.Key, StringComparer.Ordinal))
            rows.Add(new ReportRow($"function:{group.Key}", new Word("Report_ByFunction"), Line(group.First().Who.Function, null, [.. group])));
        foreach (var group in found.GroupBy(p => p.Who.Level).OrderBy(group => group.Key ?? int.MaxValue))
            rows.Add(new ReportRow($"level:{group.Key}", new Word("Report_ByLevel"), Line(group.Key is { } level ? new Word($"Report_Level_{level}") : new Word("Report_NotStated"), null, [.. group])));
        foreach (var group in found.GroupBy(p => p.Who.Municipality?.Fr ?? "").OrderBy(group => group.Key, StringComparer.Ordinal))
            rows.Add(new ReportRow($"municipality:{group.Key}", new Word("Report_ByMunicipality"), Line(group.First().Who.Municipality ?? (object)new Word("Report_NotStated"), null, [.. group])));

        var total = found.Count == 0 ? null : Line(new Word("Report_Total"), null, found);
        // Nobody knows who searched: what is narrowed to some tells of no searches.
        if (question is { Organisation: null, Funder: null, Theme: null })
            rows.AddRange(await SearchesAsync(context, ct));
        return new ReportTable(All, rows, total) { Drawing = new("Label", ["Waiting", "Refused"], new Word("Report_ByCourse")), Basis = ReportBasis.Of(found, found) };
    }

    private static bool IsUnmet(EnrolmentStatus? status) => status is EnrolmentStatus.Waitlisted or EnrolmentStatus.Invited or EnrolmentStatus.OfferExpired or EnrolmentStatus.EmployerRefused
        or EnrolmentStatus.WithdrawnInTime or EnrolmentStatus.WithdrawnLate or EnrolmentStatus.CancelledBySchool or EnrolmentStatus.NoShow;

    private static IReadOnlyList<object?> Line(object label, string? month, IReadOnlyList<Participation> requests, bool isPublished = false)
    {
        int Count(params EnrolmentStatus[] statuses) => requests.Count(p => p.Status is { } status && statuses.Contains(status));
        // What employers wrote may tell of a person's health: only the causes that they choose from leave the office.
        var causes = requests.Where(p => p.Status == EnrolmentStatus.EmployerRefused).GroupBy(p => p.StatusCause is { } cause && StepCauses.OfRefusal.Contains(cause) ? cause : StepCause.OtherReason)
            .Where(refused => !isPublished || refused.Count() >= SmallNumbers.Smallest).OrderBy(refused => refused.Key).Select(refused => new Word($"Report_Refusal_{refused.Key}")).ToList();
        return
        [
            label, month, Count(EnrolmentStatus.Waitlisted, EnrolmentStatus.Invited, EnrolmentStatus.OfferExpired), Count(EnrolmentStatus.EmployerRefused),
            requests.Count(p => p.Status == EnrolmentStatus.EmployerRefused && p.StatusCause == StepCause.NoTime),
            month is null || causes.Count == 0 ? null : causes, Count(EnrolmentStatus.WithdrawnInTime, EnrolmentStatus.WithdrawnLate),
            Count(EnrolmentStatus.CancelledBySchool), Count(EnrolmentStatus.NoShow), null,
        ];
    }

    private async Task<IEnumerable<ReportRow>> SearchesAsync(ReportContext context, CancellationToken ct)
    {
        var (from, to, over) = (context.Question.From, context.Question.To, clock.DateOn(context.CutOff));
        var misses = await db.SearchMisses.AsNoTracking().Where(miss => miss.Date >= from && miss.Date <= to && miss.Date < over)
            .GroupBy(miss => new { miss.Words, miss.Language }).Select(group => new { group.Key.Words, group.Key.Language, Count = group.Sum(miss => miss.Count) }).ToListAsync(ct);
        return misses.Where(miss => !context.Question.IsPublished || miss.Count >= SmallNumbers.Smallest).OrderByDescending(miss => miss.Count).ThenBy(miss => miss.Words, StringComparer.Ordinal).ThenBy(miss => miss.Language, StringComparer.Ordinal)
            .Select(miss => new ReportRow(
                $"search:{miss.Language}:{miss.Words}", new Word("Report_BySearch"), [$"{miss.Words} ({miss.Language})", null, null, null, null, null, null, null, null, miss.Count]));
    }
}
