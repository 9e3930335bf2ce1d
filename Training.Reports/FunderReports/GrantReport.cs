using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Funding;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Reports.Reporting;

namespace Training.Reports.FunderReports;

/// <summary>R4: what each grant of VGC and COCOM (or of the funder that is chosen) pays, activity by activity, from its allocated minutes.</summary>
public sealed class GrantReport(TrainingDbContext db, Participations participations) : IReportQuery
{
    private static readonly string[] Usual = ["VGC", "COCOM"];

    private static readonly ReportColumn[] All =
    [
        new("GrantReference", CellKind.Text), new("Period", CellKind.Text), new("Objective", CellKind.Text), new("Activity", CellKind.Text), new("Date", CellKind.Date), new("Place", CellKind.Text),
        new("PaidHours", CellKind.Minutes), new("Persons", CellKind.Count, Counts: true), new("Women", CellKind.Count, Counts: true), new("Men", CellKind.Count, Counts: true),
        new("GenderX", CellKind.Count, Counts: true), new("GenderNotStated", CellKind.Count, Counts: true), new("SessionLanguage", CellKind.Text),
        new("GrantedEur", CellKind.Euro), new("SpentEur", CellKind.Euro), new("BalanceEur", CellKind.Euro), new("EvidenceAvailable", CellKind.Text),
    ];

    public string Id => "r4";

    public async Task<ReportTable> FindAsync(ReportContext context, CancellationToken ct)
    {
        var question = context.Question;
        var people = (await participations.FindAsync(context, ct)).ToDictionary(p => p.Enrolment);
        var grants = await (
            from grant in db.Grants.AsNoTracking()
            join programme in db.Programmes on grant.ProgrammeId equals programme.Id
            where question.Grant != null ? grant.Code == question.Grant : question.Funder != null ? programme.FunderCode == question.Funder : Usual.Contains(programme.FunderCode)
            orderby grant.Code
            select grant).ToListAsync(ct);
        var ids = grants.ConvertAll(grant => grant.Id);
        var lines = await (
            from line in db.AllocationLines.AsNoTracking()
            join slot in db.TeachingSlots on line.SlotId equals slot.Id
            where ids.Contains(line.GrantId) && line.RecordedAt <= context.CutOff && slot.Date >= question.From && slot.Date <= question.To
            group line.Minutes by new { line.GrantId, line.EnrolmentId } into sums
            select new { sums.Key.GrantId, sums.Key.EnrolmentId, Minutes = sums.Sum() }).ToListAsync(ct);
        var unsealed = (await db.Registers.AsNoTracking().Where(r => r.Date >= question.From && r.Date <= question.To && (r.SealedAt == null || r.SealedAt > context.CutOff))
            .Select(r => r.SessionId).Distinct().ToListAsync(ct)).ToHashSet();
        var inReview = await db.AllocationReviews.Where(r => ids.Contains(r.GrantId) && r.RecordedAt <= context.CutOff
            && !db.AllocationDecisions.Any(d => d.ReviewId == r.Id && d.RecordedAt <= context.CutOff)).Select(r => r.Minutes).ToListAsync(ct);

        var rows = new List<ReportRow>();
        foreach (var grant in grants)
        {
            var paid = lines.Where(line => line.GrantId == grant.Id && line.Minutes > 0 && people.ContainsKey(line.EnrolmentId)).ToList();
            foreach (var activity in paid.GroupBy(line => people[line.EnrolmentId].Session.Id).OrderBy(group => people[group.First().EnrolmentId].Session.FirstDay).ThenBy(group => people[group.First().EnrolmentId].Session.Code, StringComparer.Ordinal))
            {
                var session = people[activity.First().EnrolmentId].Session;
                rows.Add(new ReportRow($"{grant.Code}:{session.Code}", grant.Title, Line(
                    grant, session, [.. activity.Select(line => people[line.EnrolmentId].Who)], activity.Sum(line => line.Minutes), !unsealed.Contains(session.Id))));
            }
        }

        var minutes = rows.Sum(row => (int)row.Cells[6]!);
        var everybody = lines.Where(line => line.Minutes > 0 && people.ContainsKey(line.EnrolmentId)).Select(line => people[line.EnrolmentId].Who).DistinctBy(who => who.Person).ToList();
        return new ReportTable(All, rows, rows.Count == 0 ? null :
            [new Word("Report_Total"), null, null, null, null, null, minutes, everybody.Count, .. Genders(everybody), null, grants.Sum(grant => grant.AmountEur), null, null, null])
        {
            Programme = grants.Count == 1 ? grants[0].Title : null,
            GrantReference = grants.Count == 1 ? grants[0].Reference : null,
            Mention = grants.Count == 1 ? grants[0].Mention : null,
            Drawing = new("Activity", ["PaidHours"]),
            OwnLacks = [new ReportLack(ReportLacks.InReview, inReview.Sum())],
        };
    }

    private static IReadOnlyList<object?> Line(Grant grant, SessionFacts session, List<ParticipantTraits> paid, int minutes, bool isSealed)
    {
        var people = paid.DistinctBy(who => who.Person).ToList();
        decimal? spent = grant.EurPerHour is { } rate ? Math.Round(rate * minutes / 60, 2, MidpointRounding.AwayFromZero) : null;
        return
        [
            grant.Reference, string.Create(CultureInfo.InvariantCulture, $"{grant.From:dd/MM/yyyy} – {grant.To:dd/MM/yyyy}"), grant.Axis, session.Course, session.FirstDay, session.Venue,
            minutes, people.Count, .. Genders(people), new Word($"Report_Language_{session.Language}"), grant.AmountEur, spent, spent is null ? null : grant.AmountEur - spent,
            new Word(isSealed ? "Report_Yes" : "Report_No"),
        ];
    }

    private static IEnumerable<object?> Genders(List<ParticipantTraits> people) =>
        new[] { Gender.F, Gender.M, Gender.X, Gender.NotStated }.Select(gender => (object?)people.Count(who => who.Gender == gender));
}
