using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Funding;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
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

    private static readonly int PaidHours = Array.FindIndex(All, column => column.Key == nameof(PaidHours));
    private static readonly int SpentEur = Array.FindIndex(All, column => column.Key == nameof(SpentEur));

    public string Id => "r4";

    public async Task<ReportTable> FindAsync(ReportContext context, CancellationToken ct)
    {
        var question = context.Question;
        var people = (await participations.FindAsync(context, ct)).ToDictionary(p => p.Enrolment);
        var grants = await context.UseAsync(db.Grants.Where(grant => question.Grant != null
            ? grant.Code == question.Grant
            : db.Programmes.Any(p => p.Id == grant.ProgrammeId && (question.Funder != null ? p.FunderCode == question.Funder : Usual.Contains(p.FunderCode)))), ct);
        var ids = grants.Select(grant => grant.Id).ToList();
        var allocated =
            from line in db.AllocationLines.AsNoTracking()
            join slot in db.TeachingSlots on line.SlotId equals slot.Id
            where ids.Contains(line.GrantId) && line.RecordedAt <= context.CutOff && slot.Date <= question.To
            select new { line.GrantId, line.EnrolmentId, line.Minutes, slot.Date };
        var lines = await (
            from line in allocated
            where line.Date >= question.From
            group line.Minutes by new { line.GrantId, line.EnrolmentId } into sums
            select new { sums.Key.GrantId, sums.Key.EnrolmentId, Minutes = sums.Sum() }).ToListAsync(ct);
        var used = await allocated.GroupBy(line => line.GrantId).Select(sums => new { sums.Key, Minutes = sums.Sum(line => line.Minutes) }).ToDictionaryAsync(sums => sums.Key, sums => sums.Minutes, ct);
        var halfDays = (await (
            from register in db.Registers.AsNoTracking()
            where register.Date >= question.From && register.Date <= question.To
            select new
            {
                register.SessionId,
                IsSealed = register.SealedAt != null && register.SealedAt <= context.CutOff,
                HasSheet = db.SheetScans.Any(scan => scan.RegisterId == register.Id && scan.RecordedAt <= context.CutOff),
                HasScreen = db.ScreenSignatures.Any(drawn => drawn.RegisterId == register.Id && drawn.RecordedAt <= context.CutOff),
            }).ToListAsync(ct)).ToLookup(
            register => register.SessionId, register => (register.IsSealed, register.HasSheet, register.HasScreen));
        var inReview = await db.AllocationReviews.Where(r => ids.Contains(r.GrantId) && r.RecordedAt <= context.CutOff
            && !db.AllocationDecisions.Any(d => d.ReviewId == r.Id && d.RecordedAt <= context.CutOff)).Select(r => r.Minutes).ToListAsync(ct);

        // As the index of evidence has it: sealed, and signed as the grant asks.
        bool IsProven(GrantFacts grant, SessionId session) => halfDays[session].All(halfDay => halfDay.IsSealed && (grant.Signature == SignatureKind.NotAsked || halfDay.HasSheet
            || (grant.Signature == SignatureKind.SimpleElectronic && halfDay.HasScreen)));
        decimal? LeftOf(GrantFacts grant) => grant.AmountEur - SpentOf(grant, used.GetValueOrDefault(grant.Id));

        var rows = new List<ReportRow>();
        foreach (var grant in grants)
        {
            var paid = lines.Where(line => line.GrantId == grant.Id && line.Minutes > 0 && people.ContainsKey(line.EnrolmentId)).ToList();
            foreach (var activity in paid.GroupBy(line => people[line.EnrolmentId].Session.Id).OrderBy(group => people[group.First().EnrolmentId].Session.FirstDay).ThenBy(group => people[group.First().EnrolmentId].Session.Code, StringComparer.Ordinal))
            {
                var session = people[activity.First().EnrolmentId].Session;
                rows.Add(new ReportRow($"{grant.Code}:{session.Code}", grant.Title, Line(
                    grant, session, [.. activity.Select(line => people[line.EnrolmentId].Who)], activity.Sum(line => line.Minutes), LeftOf(grant), IsProven(grant, session.Id))));
            }
        }

        var paidFor = lines.Where(line => line.Minutes > 0 && people.ContainsKey(line.EnrolmentId)).Select(line => people[line.EnrolmentId]).ToList();
        var everybody = paidFor.Select(p => p.Who).DistinctBy(who => who.Person).ToList();
        var sessions = paidFor.Select(p => p.Session.Id).ToHashSet();
        decimal? SumOf(int column) => rows.Any(row => row.Cells[column] is decimal) ? rows.Sum(row => row.Cells[column] as decimal? ?? 0) : null;
        return new ReportTable(All, rows, rows.Count == 0 ? null :
            [
                new Word("Report_Total"), null, null, null, null, null, rows.Sum(row => (int)row.Cells[PaidHours]!), everybody.Count, .. Genders(everybody), null,
                grants.Sum(grant => grant.AmountEur), SumOf(SpentEur), grants.All(grant => grant.EurPerHour is not null) ? grants.Sum(LeftOf) : null, null,
            ])
        {
            Programme = grants.Count == 1 ? grants[0].Title : null,
            GrantReference = grants.Count == 1 ? grants[0].Reference : null,
            Mentions = [.. grants.Select(grant => grant.Mention).Distinct()],
            Basis = ReportBasis.Of([.. people.Values.Where(p => sessions.Contains(p.Session.Id))], paidFor),
            Drawing = new("Activity", ["PaidHours"]),
            OwnLacks = [new ReportLack(ReportLacks.InReview, inReview.Sum())],
        };
    }

    private static decimal? SpentOf(GrantFacts grant, int minutes) => grant.EurPerHour is { } rate ? Math.Round(rate * minutes / 60, 2, MidpointRounding.AwayFromZero) : null;

    private static IReadOnlyList<object?> Line(GrantFacts grant, SessionFacts session, List<ParticipantTraits> paid, int minutes, decimal? left, bool isProven)
    {
        var people = paid.DistinctBy(who => who.Person).ToList();
        return
        [
            grant.Reference, string.Create(CultureInfo.InvariantCulture, $"{grant.From:dd/MM/yyyy} – {grant.To:dd/MM/yyyy}"), grant.Axis, session.Course, session.FirstDay, session.Venue,
            minutes, people.Count, .. Genders(people), new Word($"Report_Language_{session.Language}"), grant.AmountEur, SpentOf(grant, minutes), left,
            new Word(isProven ? "Report_Yes" : "Report_No"),
        ];
    }

    private static IEnumerable<object?> Genders(List<ParticipantTraits> people) =>
        new[] { Gender.F, Gender.M, Gender.X, Gender.NotStated }.Select(gender => (object?)people.Count(who => who.Gender == gender));
}
