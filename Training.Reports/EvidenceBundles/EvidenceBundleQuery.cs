using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Certificates;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Reports.FunderReports;
using Training.Reports.Reporting;

namespace Training.Reports.EvidenceBundles;

/// <summary>Gathers the evidence that the index (R9) names. Making it is a run, and so is logged.</summary>
public sealed class EvidenceBundleQuery(TrainingDbContext db, ReportDesk desk, OfficeClock clock)
{
    /// <param name="Session">Only this one.</param>
    public sealed record Request(ReportQuestion Question, string? Session, string Author);

    public async Task<EvidenceBundle> HandleAsync(Request request, CancellationToken ct)
    {
        var index = await desk.RunAsync(request.Question with { Report = "r9" }, request.Author, ct);
        var codes = index.Table.Rows.Select(row => (string)row.Cells[1]!).Distinct().Where(code => request.Session is null || code == request.Session).ToList();
        var sessions = await db.Sessions.AsNoTracking().Where(s => codes.Contains(s.Code)).OrderBy(s => s.Code).ToListAsync(ct);
        var files = new List<EvidenceFile>();
        foreach (var session in sessions)
        {
            files.AddRange(await RegistersAsync(session, request.Question, ct));
            files.AddRange(await ScansAsync(session, request.Question, ct));
        }

        files.AddRange(await CertificatesAsync([.. sessions.Select(s => s.Id)], ct));
        files.Add(new EvidenceFile("allocations.csv", await AllocationsAsync([.. sessions.Select(s => s.Id)], request.Question, ct), index.CutOff));
        return new EvidenceBundle(index, files);
    }

    // As plain text, which every tool reads: what the seal fixed, and the seal.
    private async Task<IReadOnlyList<EvidenceFile>> RegistersAsync(Session session, ReportQuestion question, CancellationToken ct)
    {
        var registers = await db.Registers.AsNoTracking()
            .Where(r => r.SessionId == session.Id && r.Date >= question.From && r.Date <= question.To && r.Status == RegisterStatus.Sealed).OrderBy(r => r.Date).ThenBy(r => r.Part).ToListAsync(ct);
        var attendance = await SessionAttendance.LoadAsync(db, session.Id, ct);
        var people = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join person in db.People on enrolment.PersonId equals person.Id
            join organisation in db.Organisations on enrolment.OrganisationId equals organisation.Id
            where enrolment.SessionId == session.Id && enrolment.HoldsSeat
            orderby person.LastName, person.FirstName, enrolment.Id
            select new { enrolment.Id, Name = person.LastName + ", " + person.FirstName, organisation.Code }).ToListAsync(ct);

        return
        [
            .. registers.Select(register =>
            {
                var text = new StringBuilder();
                text.Append(CultureInfo.InvariantCulture, $"{session.Code}\t{register.Date:yyyy-MM-dd}\t{register.Part}\n");
                text.Append(CultureInfo.InvariantCulture, $"sealed\t{register.SealedAt:yyyy-MM-dd'T'HH:mm:ss'Z'}\t{register.SealedBy}\nseal\t{register.Seal}\nprevious\t{register.PreviousSeal}\n");
                foreach (var person in people)
                {
                    foreach (var slot in attendance.SlotsOf(register.Date, register.Part))
                    {
                        if (attendance.MarkOf(person.Id, slot) is { } mark)
                            text.Append(CultureInfo.InvariantCulture, $"{person.Name}\t{person.Code}\t{slot.Hours}\t{mark.AttendedMinutes}\t{string.Join(';', mark.Gaps)}\n");
                    }
                }

                var part = register.Part == DayPart.Morning ? "am" : "pm";
                return new EvidenceFile(
                    string.Create(CultureInfo.InvariantCulture, $"registers/{session.Code}-{register.Date:yyyyMMdd}-{part}.txt"), Encoding.UTF8.GetBytes(text.ToString()), register.SealedAt!.Value);
            }),
        ];
    }

    // The signed sheets as they were sent.
    private async Task<IReadOnlyList<EvidenceFile>> ScansAsync(Session session, ReportQuestion question, CancellationToken ct)
    {
        var scans = await (
            from scan in db.SheetScans.AsNoTracking()
            join register in db.Registers on scan.RegisterId equals register.Id
            where register.SessionId == session.Id && register.Date >= question.From && register.Date <= question.To
            orderby register.Date, register.Part, scan.Page, scan.RecordedAt, scan.Sha256
            select new { scan, register.Date, register.Part }).ToListAsync(ct);
        return [.. scans.Select(one => new EvidenceFile(EvidenceIndex.NameOf(session.Code, one.Date, one.Part, one.scan.Page, one.scan.Sha256, one.scan.ContentType), one.scan.Content, one.scan.RecordedAt))];
    }

    private async Task<IReadOnlyList<EvidenceFile>> CertificatesAsync(List<SessionId> sessions, CancellationToken ct)
    {
        var papers = await (
            from certificate in db.Certificates.AsNoTracking()
            join paper in db.CertificatePapers on certificate.Id equals paper.CertificateId
            join enrolment in db.Enrolments on certificate.EnrolmentId equals enrolment.Id
            where sessions.Contains(enrolment.SessionId) && certificate.RevokedAt == null && paper.Kind == PaperKind.Original
            orderby certificate.Year, certificate.Sequence
            select new { certificate.Number, paper.Content, paper.RecordedAt }).ToListAsync(ct);
        return [.. papers.Select(paper => new EvidenceFile($"certificates/{paper.Number}.pdf", paper.Content, paper.RecordedAt))];
    }

    private async Task<byte[]> AllocationsAsync(List<SessionId> sessions, ReportQuestion question, CancellationToken ct)
    {
        var lines = await (
            from line in db.AllocationLines.AsNoTracking()
            join slot in db.TeachingSlots on line.SlotId equals slot.Id
            join session in db.Sessions on slot.SessionId equals session.Id
            join grant in db.Grants on line.GrantId equals grant.Id
            join enrolment in db.Enrolments on line.EnrolmentId equals enrolment.Id
            join person in db.People on enrolment.PersonId equals person.Id
            where sessions.Contains(session.Id) && slot.Date >= question.From && slot.Date <= question.To && (question.Grant == null || grant.Code == question.Grant)
            orderby slot.Date, slot.Start, session.Code, person.LastName, person.FirstName, line.RecordedAt, line.Id
            select new { Grant = grant.Code, Session = session.Code, slot.Date, slot.Start, Person = person.LastName + ", " + person.FirstName, line.Basis, line.Minutes, line.Kind, line.RecordedAt }).ToListAsync(ct);
        var text = new StringBuilder("grant;session;date;start;person;basis;minutes;kind;recorded_at\r\n");
        foreach (var line in lines)
            text.Append(CultureInfo.InvariantCulture, $"{line.Grant};{line.Session};{line.Date:yyyy-MM-dd};{line.Start:HH:mm};{line.Person.Replace(';', ',')};{line.Basis};{line.Minutes};{line.Kind};{clock.AtOffice(line.RecordedAt):yyyy-MM-dd'T'HH:mm:sszzz}\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
