using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Certificates;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Reports.FunderReports;
using Training.Reports.Reporting;
using Training.Reports.Words;

namespace Training.Reports.EvidenceBundles;

/// <summary>Gathers the evidence that the index (R9) names, all of it as known at the cut-off of the index's run.</summary>
public sealed class EvidenceBundleQuery(TrainingDbContext db, ReportDesk desk, OfficeClock clock, EvidenceTables tables)
{
    private static readonly string[] RegisterColumns = ["Person", "Organisation", "Hours", "AttendedMinutes", "Missed", "Reason"];

    public sealed record Request(EvidenceScope Scope, Wording Words, string Author);

    /// <summary>A half-day that the bundle is of, by the name that it bears in the index.</summary>
    public sealed record HalfDay(HalfDayRegister Register, string SessionCode)
    {
        public string Name => EvidenceIndex.NameOf(SessionCode, Register.Date, Register.Part);
    }

    public async Task<EvidenceBundle> HandleAsync(Request request, CancellationToken ct)
    {
        var (scope, words) = (request.Scope, request.Words);
        var run = await desk.RunAsync(new ReportQuestion("r9", scope.From, scope.To, Grant: scope.Grant), request.Author, ct, isNew: true);
        var cutOff = run.CutOff.ToUniversalTime();
        var named = run.Table.Rows.Select(row => (string)row.Cells[2]!).ToHashSet();
        var halfDays = (await HalfDaysAsync(scope, ct)).Where(halfDay => named.Contains(halfDay.Name)).ToList();
        if (scope.Session is not null && halfDays.Count == 0)
            throw new NotFoundException(nameof(Session));

        var (files, originals) = (new List<EvidenceFile>(), new List<EvidenceOriginal>());
        files.AddRange(await RegistersAsync(scope, halfDays, cutOff, words, ct));
        if (!scope.IsOfPersons)
            files.AddRange(await SealsAsync(halfDays, cutOff, ct));
        await AddScansAsync(scope, halfDays, cutOff, files, originals, ct);
        files.AddRange(await SignaturesAsync(scope, halfDays, cutOff, ct));
        List<SessionId> sessions = [.. halfDays.Select(halfDay => halfDay.Register.SessionId).Distinct()];
        files.AddRange(await CertificatesAsync(scope, sessions, cutOff, ct));
        files.Add(Flat("allocations.csv", await tables.AllocationsAsync(scope, sessions, cutOff, ct)));
        if (scope.IsOfPersons)
            files.Add(Flat("persons.csv", await tables.PersonsAsync(scope, cutOff, ct)));

        return new EvidenceBundle(scope, run with { Table = run.Table with { Rows = RowsOf(run.Table, scope, halfDays, originals) } }, files, originals);

        EvidenceFile Flat(string name, ReportTable table) => new(name, ReportCsv.Write(run with { Table = table }, words), cutOff);
    }

    /// <summary>The half-days of the period in which a grant, a session or chosen persons had a part.</summary>
    public async Task<IReadOnlyList<HalfDay>> HalfDaysAsync(EvidenceScope scope, CancellationToken ct)
    {
        var people = scope.PersonIds;
        return await (
            from register in db.Registers.AsNoTracking()
            join session in db.Sessions on register.SessionId equals session.Id
            where register.Date >= scope.From && register.Date <= scope.To && (scope.Session == null || session.Code == scope.Session)
            where people.Count == 0 || db.Enrolments.Any(e => e.SessionId == session.Id && people.Contains(e.PersonId) && e.HoldsSeat)
            orderby register.Date, session.Code, register.Part
            select new HalfDay(register, session.Code)).ToListAsync(ct);
    }

    // Where the bundle is of persons, a seal is told and not given: what it seals tells of everybody.
    private static IReadOnlyList<ReportRow> RowsOf(ReportTable index, EvidenceScope scope, List<HalfDay> halfDays, List<EvidenceOriginal> originals)
    {
        var (names, copies) = (halfDays.Select(halfDay => halfDay.Name).ToHashSet(), originals.ToDictionary(original => original.Name, original => original.Copy));
        return [.. index.Rows.Where(row => names.Contains((string)row.Cells[2]!)).Select(row => scope.IsOfPersons && row.Cells[7] is string file && !file.StartsWith("signatures/", StringComparison.Ordinal)
            ? row with { Cells = [.. row.Cells.Take(7), copies.GetValueOrDefault(file), .. row.Cells.Skip(8)] }
            : row)];
    }

    // As plain text, which every tool reads: what holds at the cut-off.
    private async Task<IReadOnlyList<EvidenceFile>> RegistersAsync(EvidenceScope scope, List<HalfDay> halfDays, DateTimeOffset cutOff, Wording words, CancellationToken ct)
    {
        var files = new List<EvidenceFile>();
        foreach (var session in halfDays.GroupBy(halfDay => halfDay.Register.SessionId))
        {
            var seals = (await db.RegisterSeals.AsNoTracking().Where(seal => seal.SessionId == session.Key && seal.RecordedAt <= cutOff).ToListAsync(ct)).OrderBy(seal => seal.Sequence).ToLookup(seal => seal.RegisterId);
            var slots = await db.TeachingSlots.AsNoTracking().Where(slot => slot.SessionId == session.Key).ToListAsync(ct);
            var marks = await db.MarksHeldAt(cutOff).AsNoTracking().Where(mark => db.TeachingSlots.Any(slot => slot.Id == mark.SlotId && slot.SessionId == session.Key))
                .ToDictionaryAsync(mark => (mark.EnrolmentId, mark.SlotId), ct);
            var people = (await (
                    from enrolment in db.Enrolments.AsNoTracking()
                    join person in db.People on enrolment.PersonId equals person.Id
                    join organisation in db.Organisations on enrolment.OrganisationId equals organisation.Id
                    where enrolment.SessionId == session.Key
                    orderby person.LastName, person.FirstName, enrolment.Id
                    select new { enrolment.Id, PersonId = person.Id, Name = person.LastName + ", " + person.FirstName, organisation.Code }).ToListAsync(ct))
                .Where(one => scope.Has(one.PersonId.Value)).ToList();

            foreach (var halfDay in session.Where(halfDay => seals.Contains(halfDay.Register.Id)))
            {
                var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{halfDay.SessionCode}\t{halfDay.Register.Date:yyyy-MM-dd}\t{words[$"Report_Part_{halfDay.Register.Part}"]}\n");
                foreach (var seal in seals[halfDay.Register.Id])
                    text.Append(CultureInfo.InvariantCulture, $"{words[$"Report_Seal_{seal.Cause}"]}\t{clock.AtOffice(seal.RecordedAt):yyyy-MM-dd HH:mm:ss zzz}\t{seal.RecordedBy}\t{seal.Seal}\n");
                text.Append('\n').AppendJoin('\t', RegisterColumns.Select(key => words[$"Report_Column_{key}"])).Append('\n');
                foreach (var person in people)
                {
                    foreach (var slot in slots.Where(slot => slot.Date == halfDay.Register.Date && slot.Part == halfDay.Register.Part).OrderBy(slot => slot.Start))
                    {
                        if (marks.GetValueOrDefault((person.Id, slot.Id)) is { } mark)
                            text.Append(CultureInfo.InvariantCulture, $"{person.Name}\t{person.Code}\t{slot.Hours}\t{mark.AttendedMinutes}\t{string.Join(';', mark.Gaps)}\t{(mark.Reason ?? "").ReplaceLineEndings(" ")}\n");
                    }
                }

                files.Add(new EvidenceFile($"registers/{halfDay.Name}.txt", Encoding.UTF8.GetBytes(text.ToString()), seals[halfDay.Register.Id].Last().RecordedAt));
            }
        }

        return files;
    }

    private async Task<IReadOnlyList<EvidenceFile>> SealsAsync(List<HalfDay> halfDays, DateTimeOffset cutOff, CancellationToken ct)
    {
        var known = halfDays.ToDictionary(halfDay => halfDay.Register.Id);
        var ids = known.Keys.ToList();
        var seals = await db.RegisterSeals.AsNoTracking().Where(seal => ids.Contains(seal.RegisterId) && seal.RecordedAt <= cutOff).ToListAsync(ct);
        return [.. seals.Select(seal => new EvidenceFile(EvidenceIndex.NameOf(known[seal.RegisterId].SessionCode, seal, known[seal.RegisterId].Register), seal.SealedBytes(), seal.RecordedAt))
            .OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    private async Task AddScansAsync(EvidenceScope scope, List<HalfDay> halfDays, DateTimeOffset cutOff, List<EvidenceFile> files, List<EvidenceOriginal> originals, CancellationToken ct)
    {
        // One half-day at a time: pictures are large, and those that are not copied are let go.
        foreach (var halfDay in halfDays)
        {
            foreach (var scan in await db.SheetScans.AsNoTracking().Where(scan => scan.RegisterId == halfDay.Register.Id && scan.RecordedAt <= cutOff).OrderBy(scan => scan.Page).ThenBy(scan => scan.Sha256).ToListAsync(ct))
            {
                var name = EvidenceIndex.NameOf(halfDay.SessionCode, halfDay.Register, scan);
                if (!scope.IsOfPersons)
                {
                    files.Add(new EvidenceFile(name, scan.Content, scan.RecordedAt));
                    continue;
                }

                var asked = scope.Copies?.FirstOrDefault(copy => copy.Scan == scan.Id.Value);
                var covered = asked is null ? null : ScanCopy.Of(scan.Content, scan.ContentType, asked.Shown);
                var copyName = covered is null ? null : Path.ChangeExtension(name, null) + "-covered.jpg";
                originals.Add(new EvidenceOriginal(name, scan.Sha256, copyName));
                if (covered is not null)
                    files.Add(new EvidenceFile(copyName!, covered, scan.RecordedAt));
            }
        }
    }

    // What was drawn on a screen, as it was kept.
    private async Task<IReadOnlyList<EvidenceFile>> SignaturesAsync(EvidenceScope scope, List<HalfDay> halfDays, DateTimeOffset cutOff, CancellationToken ct)
    {
        var known = halfDays.ToDictionary(halfDay => halfDay.Register.Id);
        var (ids, people) = (known.Keys.ToList(), scope.PersonIds);
        var drawn = await db.ScreenSignatures.AsNoTracking()
            .Where(one => ids.Contains(one.RegisterId) && one.RecordedAt <= cutOff && (people.Count == 0 || db.Enrolments.Any(e => e.Id == one.EnrolmentId && people.Contains(e.PersonId)))).ToListAsync(ct);
        return [.. drawn.Select(one => new EvidenceFile(EvidenceIndex.NameOf(known[one.RegisterId].SessionCode, known[one.RegisterId].Register, one), Encoding.ASCII.GetBytes(one.Path), one.RecordedAt))
            .DistinctBy(file => file.Name).OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<EvidenceFile>> CertificatesAsync(EvidenceScope scope, List<SessionId> sessions, DateTimeOffset cutOff, CancellationToken ct)
    {
        var people = scope.PersonIds;
        var papers = await (
            from certificate in db.Certificates.AsNoTracking()
            join paper in db.CertificatePapers on certificate.Id equals paper.CertificateId
            join enrolment in db.Enrolments on certificate.EnrolmentId equals enrolment.Id
            where sessions.Contains(enrolment.SessionId) && (people.Count == 0 || people.Contains(enrolment.PersonId))
            where certificate.IssuedAt <= cutOff && (certificate.RevokedAt == null || certificate.RevokedAt > cutOff) && paper.Kind == PaperKind.Original
            orderby certificate.Year, certificate.Sequence
            select new { certificate.Number, paper.Content, paper.RecordedAt }).ToListAsync(ct);
        return [.. papers.Select(paper => new EvidenceFile($"certificates/{paper.Number}.pdf", paper.Content, paper.RecordedAt))];
    }
}
