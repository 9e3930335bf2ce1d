using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance.Sheets;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.Reporting;

namespace Training.Reports.FunderReports;

/// <summary>R9: the index of the evidence: each half-day with who was expected and present, its seal, and what is missing.</summary>
public sealed class EvidenceIndex(TrainingDbContext db, Participations participations) : IReportQuery
{
    private static readonly ReportColumn[] All =
    [
        new("Grant", CellKind.Text), new("SessionCode", CellKind.Text), new("SheetNumber", CellKind.Text), new("Date", CellKind.Date), new("HalfDay", CellKind.Text),
        new("Expected", CellKind.Count, Counts: true), new("Present", CellKind.Count, Counts: true), new("FileName", CellKind.Text), new("Sha256", CellKind.Text), new("EvidenceKind", CellKind.Text), new("Missing", CellKind.Text),
    ];

    public string Id => "r9";

    /// <summary>How the scan of a sheet is called in the bundle.</summary>
    internal static string NameOf(string session, DateOnly date, DayPart part, int page, string sha256, string contentType) => string.Create(
        CultureInfo.InvariantCulture, $"sheets/{session}-{date:yyyyMMdd}-{(part == DayPart.Morning ? "am" : "pm")}-{page}-{sha256[..8]}.{SheetScan.ExtensionOf(contentType)}");

    public async Task<ReportTable> FindAsync(ReportContext context, CancellationToken ct)
    {
        var (question, cutOff) = (context.Question, context.CutOff);
        var people = (await participations.FindAsync(context, ct)).Where(p => p.Scheduled > 0).ToLookup(p => p.Session.Id);
        var grants = await (
            from line in db.AllocationLines.AsNoTracking()
            join slot in db.TeachingSlots on line.SlotId equals slot.Id
            join grant in db.Grants on line.GrantId equals grant.Id
            where line.RecordedAt <= cutOff && slot.Date >= question.From && slot.Date <= question.To && (question.Grant == null || grant.Code == question.Grant)
            select new { slot.SessionId, grant.Code }).Distinct().ToListAsync(ct);
        var payers = grants.ToLookup(row => row.SessionId, row => row.Code);
        var registers = await db.Registers.AsNoTracking().Where(r => r.Date >= question.From && r.Date <= question.To).OrderBy(r => r.Date).ThenBy(r => r.SessionId).ThenBy(r => r.Part).ToListAsync(ct);
        var present = (await (
                from mark in db.AttendanceMarks
                join slot in db.TeachingSlots on mark.SlotId equals slot.Id
                where mark.RecordedAt <= cutOff && (mark.SupersededAt == null || mark.SupersededAt > cutOff) && slot.Date >= question.From && slot.Date <= question.To
                group mark.AttendedMinutes by new { slot.SessionId, slot.Date, IsMorning = slot.Start < DayParts.AfternoonFrom, mark.EnrolmentId } into sums
                select new { sums.Key.SessionId, sums.Key.Date, sums.Key.IsMorning, Minutes = sums.Sum() }).ToListAsync(ct))
            .ToLookup(row => (row.SessionId, row.Date, row.IsMorning), row => row.Minutes);

        var scans = (await (
                from scan in db.SheetScans.AsNoTracking()
                join register in db.Registers on scan.RegisterId equals register.Id
                where scan.RecordedAt <= cutOff && register.Date >= question.From && register.Date <= question.To
                orderby scan.Page, scan.RecordedAt, scan.Sha256
                select new { scan.RegisterId, scan.Page, scan.Sha256, scan.ContentType }).ToListAsync(ct))
            .ToLookup(scan => scan.RegisterId);

        var rows = new List<ReportRow>();
        foreach (var register in registers.Where(r => people.Contains(r.SessionId) && (question.Grant is null || payers.Contains(r.SessionId))))
        {
            var session = people[register.SessionId].First().Session;
            var seen = present[(register.SessionId, register.Date, register.Part == DayPart.Morning)].ToList();
            var isSealed = register.SealedAt <= cutOff;
            var part = register.Part == DayPart.Morning ? "am" : "pm";
            rows.Add(new ReportRow(
                string.Create(CultureInfo.InvariantCulture, $"{session.Code}:{register.Date:yyyy-MM-dd}:{part}"), session.Course,
                [
                    string.Join(", ", payers[register.SessionId].Order(StringComparer.Ordinal)), session.Code, string.Create(CultureInfo.InvariantCulture, $"{session.Code}-{register.Date:yyyyMMdd}-{part}"),
                    register.Date, new Word($"Report_Part_{register.Part}"), seen.Count, seen.Count(minutes => minutes > 0),
                    isSealed ? string.Create(CultureInfo.InvariantCulture, $"registers/{session.Code}-{register.Date:yyyyMMdd}-{part}.txt") : null, isSealed ? register.Seal : null,
                    new Word("Report_Seal"), !isSealed ? new Word("Report_NotSealed") : scans.Contains(register.Id) ? null : new Word("Report_NoScan"),
                ]));
            rows.AddRange(scans[register.Id].Select(scan => new ReportRow(
                string.Create(CultureInfo.InvariantCulture, $"{session.Code}:{register.Date:yyyy-MM-dd}:{part}:{scan.Sha256}"), session.Course,
                [
                    string.Join(", ", payers[register.SessionId].Order(StringComparer.Ordinal)), session.Code, string.Create(CultureInfo.InvariantCulture, $"{session.Code}-{register.Date:yyyyMMdd}-{part}"),
                    register.Date, new Word($"Report_Part_{register.Part}"), null, null,
                    NameOf(session.Code, register.Date, register.Part, scan.Page, scan.Sha256, scan.ContentType), scan.Sha256, new Word("Report_Scan"), null,
                ])));
        }

        return new ReportTable(All, rows, Total: null);
    }
}
