using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Seals;
using Training.Domain.Attendance.Sheets;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Reports.Reporting;

namespace Training.Reports.FunderReports;

/// <summary>
/// R9: the index of the evidence: for each half-day each seal and each signed sheet by the file of the bundle that holds it and its digest, whose signature is expected
/// and found, and what is missing.
/// </summary>
public sealed class EvidenceIndex(TrainingDbContext db, Participations participations) : IReportQuery
{
    private static readonly ReportColumn[] All =
    [
        new("Grant", CellKind.Text), new("SessionCode", CellKind.Text), new("SheetNumber", CellKind.Text), new("Date", CellKind.Date), new("HalfDay", CellKind.Text),
        new("Expected", CellKind.Count, Counts: true), new("Present", CellKind.Count, Counts: true), new("FileName", CellKind.Text), new("Sha256", CellKind.Text), new("EvidenceKind", CellKind.Text), new("Missing", CellKind.Text),
    ];

    public string Id => "r9";

    /// <summary>How a half-day is called in the index and in the names of files, such as <c>GDP-26A-20260914-am</c>.</summary>
    internal static string NameOf(string session, DateOnly date, DayPart part) =>
        string.Create(CultureInfo.InvariantCulture, $"{session}-{date:yyyyMMdd}-{(part == DayPart.Morning ? "am" : "pm")}");

    /// <summary>How a seal is called in the bundle: by its place in the chain of the session.</summary>
    internal static string NameOf(string session, RegisterSeal seal, HalfDayRegister register) =>
        string.Create(CultureInfo.InvariantCulture, $"seals/{session}/{seal.Sequence:000}-{NameOf(session, register.Date, register.Part)}.seal");

    /// <summary>How the scan of a sheet is called in the bundle.</summary>
    internal static string NameOf(string session, HalfDayRegister register, SheetScan scan) => string.Create(
        CultureInfo.InvariantCulture, $"sheets/{NameOf(session, register.Date, register.Part)}-{scan.Page}-{scan.Sha256[..8]}.{SheetScan.ExtensionOf(scan.ContentType)}");

    /// <summary>How what was drawn on a screen is called in the bundle.</summary>
    internal static string NameOf(string session, HalfDayRegister register, ScreenSignature signature) =>
        $"signatures/{NameOf(session, register.Date, register.Part)}-{signature.Sha256[..8]}.txt";

    public async Task<ReportTable> FindAsync(ReportContext context, CancellationToken ct)
    {
        var (question, cutOff) = (context.Question, context.CutOff);
        var people = (await participations.FindAsync(context, ct)).Where(p => p.Scheduled > 0).ToLookup(p => p.Session.Id);
        var payers = (await (
            from line in db.AllocationLines.AsNoTracking()
            join slot in db.TeachingSlots on line.SlotId equals slot.Id
            join grant in db.Grants on line.GrantId equals grant.Id
            where line.RecordedAt <= cutOff && slot.Date >= question.From && slot.Date <= question.To && (question.Grant == null || grant.Code == question.Grant)
            select new { slot.SessionId, grant.Code }).Distinct().ToListAsync(ct)).ToLookup(row => row.SessionId, row => row.Code);
        var registers = await db.Registers.AsNoTracking().Where(r => r.Date >= question.From && r.Date <= question.To).OrderBy(r => r.Date).ThenBy(r => r.SessionId).ThenBy(r => r.Part).ToListAsync(ct);
        var (attended, signatures, seals, scans) = (await AttendedAsync(context, ct), await SignaturesAsync(context, ct), await SealsAsync(context, ct), await ScansAsync(context, ct));
        var drawn = await DrawnAsync(context, ct);

        var rows = new List<ReportRow>();
        foreach (var register in registers.Where(r => people.Contains(r.SessionId) && (question.Grant is null || payers.Contains(r.SessionId))))
        {
            var session = people[register.SessionId].First().Session;
            var name = NameOf(session.Code, register.Date, register.Part);
            var expected = attended[(register.SessionId, register.Date, register.Part == DayPart.Morning)].ToHashSet();
            var signed = signatures[register.Id].Where(check => expected.Contains(check.EnrolmentId!.Value)).ToList();
            object[] about = [string.Join(", ", payers[register.SessionId].Order(StringComparer.Ordinal)), session.Code, name, register.Date, new Word($"Report_Part_{register.Part}")];
            var links = seals[register.Id].ToList();
            var isOnPaper = signed.Count(check => check.Finding == SignatureFinding.OnScreen) < expected.Count;
            var missing = links.Count == 0 ? new Word("Report_NotSealed")
                : isOnPaper && !scans.Contains(register.Id) ? new Word("Report_NoScan")
                : signed.Count < expected.Count ? new Word("Report_NotSigned") : null;
            if (links.Count == 0)
                rows.Add(new ReportRow(name, session.Course, [.. about, expected.Count, signed.Count, null, null, null, missing]));
            rows.AddRange(links.Select((seal, index) => new ReportRow(
                $"{name}:{seal.Sequence}", session.Course,
                [.. about, index == 0 ? expected.Count : null, index == 0 ? signed.Count : null, NameOf(session.Code, seal, register), seal.Seal, new Word($"Report_Seal_{seal.Cause}"), index == 0 ? missing : null])));
            rows.AddRange(scans[register.Id].Select(scan => new ReportRow(
                $"{name}:{scan.Sha256}", session.Course, [.. about, null, null, NameOf(session.Code, register, scan), scan.Sha256, new Word("Report_Scan"), null])));
            rows.AddRange(drawn[register.Id].Select(signature => new ReportRow(
                $"{name}:{signature.Sha256}", session.Course, [.. about, null, null, NameOf(session.Code, register, signature), signature.Sha256, new Word("Report_ScreenSignature"), null])));
        }

        return new ReportTable(All, rows, Total: null);
    }

    // Who was there at all has to have signed.
    private async Task<ILookup<(SessionId, DateOnly, bool), EnrolmentId>> AttendedAsync(ReportContext context, CancellationToken ct)
    {
        var question = context.Question;
        var sums = await (
            from mark in db.MarksHeldAt(context.CutOff)
            join slot in db.TeachingSlots on mark.SlotId equals slot.Id
            where slot.Date >= question.From && slot.Date <= question.To
            group mark.AttendedMinutes by new { slot.SessionId, slot.Date, IsMorning = slot.Start < DayParts.AfternoonFrom, mark.EnrolmentId } into minutes
            where minutes.Sum() > 0
            select minutes.Key).ToListAsync(ct);
        return sums.ToLookup(key => (key.SessionId, key.Date, key.IsMorning), key => key.EnrolmentId);
    }

    private async Task<ILookup<HalfDayRegisterId, SignatureCheck>> SignaturesAsync(ReportContext context, CancellationToken ct)
    {
        var checks = await OfPeriod(context, db.SignatureChecks.AsNoTracking().Where(check => check.EnrolmentId != null && check.RecordedAt <= context.CutOff), check => check.RegisterId).ToListAsync(ct);
        return checks.GroupBy(check => (check.RegisterId, check.EnrolmentId)).Select(group => group.MaxBy(check => check.Sequence)!)
            .Where(check => check.Finding != SignatureFinding.Missing).ToLookup(check => check.RegisterId);
    }

    private async Task<ILookup<HalfDayRegisterId, RegisterSeal>> SealsAsync(ReportContext context, CancellationToken ct) =>
        (await OfPeriod(context, db.RegisterSeals.AsNoTracking().Where(seal => seal.RecordedAt <= context.CutOff), seal => seal.RegisterId).ToListAsync(ct))
            .OrderBy(seal => seal.Sequence).ToLookup(seal => seal.RegisterId);

    private async Task<ILookup<HalfDayRegisterId, SheetScan>> ScansAsync(ReportContext context, CancellationToken ct) =>
        (await OfPeriod(context, db.SheetScans.AsNoTracking().Where(scan => scan.RecordedAt <= context.CutOff), scan => scan.RegisterId).ToListAsync(ct))
            .OrderBy(scan => scan.Page).ThenBy(scan => scan.RecordedAt).ThenBy(scan => scan.Sha256, StringComparer.Ordinal).ToLookup(scan => scan.RegisterId);

    private async Task<ILookup<HalfDayRegisterId, ScreenSignature>> DrawnAsync(ReportContext context, CancellationToken ct) =>
        (await OfPeriod(context, db.ScreenSignatures.AsNoTracking().Where(drawn => drawn.RecordedAt <= context.CutOff), drawn => drawn.RegisterId).ToListAsync(ct))
            .OrderBy(drawn => drawn.RecordedAt).ThenBy(drawn => drawn.Sha256, StringComparer.Ordinal).ToLookup(drawn => drawn.RegisterId);

    private IQueryable<T> OfPeriod<T>(ReportContext context, IQueryable<T> things, System.Linq.Expressions.Expression<Func<T, HalfDayRegisterId>> register) =>
        things.Join(db.Registers.Where(r => r.Date >= context.Question.From && r.Date <= context.Question.To), register, r => r.Id, (thing, _) => thing);
}
