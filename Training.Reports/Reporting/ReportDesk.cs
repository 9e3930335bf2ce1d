using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Organisations;
using Training.Domain.Persistence;
using Training.Domain.ReportRuns;
using Training.Domain.Time;
using Training.Reports.TrainingHours;

namespace Training.Reports.Reporting;

/// <summary>A figure of a run that is another today.</summary>
public sealed record ReportChange(ReportRow? Then, ReportRow? Now);

/// <summary>
/// Makes reports, fixes them as runs and works runs out again: the figures from what was recorded up to the cut-off, the traits of people
/// from what the run froze.
/// </summary>
public sealed class ReportDesk(TrainingDbContext db, OfficeClock clock, IEnumerable<IReportQuery> reports)
{
    /// <summary>Changes whenever a column or a rule of a layout does.</summary>
    public const string TemplateVersion = "2026-11.1";

    private readonly Dictionary<string, IReportQuery> _reports = reports.ToDictionary(report => report.Id);

    public IReadOnlyCollection<string> Ids => _reports.Keys;

    /// <summary>The figures as they are now, fixed by nothing.</summary>
    public async Task<Report> FindAsync(ReportQuestion question, string author, CancellationToken ct) =>
        (await MakeAsync(question, Now, author, frozen: null, ct)).Report;

    /// <summary>The figures as they are now, under the number of a run: that of the last run with the same figures, or a new one.</summary>
    public async Task<Report> RunAsync(ReportQuestion question, string author, CancellationToken ct)
    {
        var (report, used) = await MakeAsync(question, Now, author, frozen: null, ct);
        var known = await db.ReportRuns.AsNoTracking()
            .Where(r => r.Report == question.Report && r.Digest == report.Digest && r.TemplateVersion == TemplateVersion && r.Author == author)
            .OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        if (known is not null)
            return report with { Run = known.Number, CutOff = clock.AtOffice(known.CutOff) };

        var run = new ReportRun(question.Report, JsonSerializer.Serialize(question), report.CutOff.ToUniversalTime(), TemplateVersion, author, report.Digest, clock.Now);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Add(run);
        await db.SaveChangesAsync(ct);
        db.Add(new ReportRunTraits(run.Number, Pack(used)));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return report with { Run = run.Number };
    }

    /// <summary>A run's figures, worked out again. Their digest is the run's, or something was changed that never may be.</summary>
    public async Task<(Report Report, bool Matches)> RecomputeAsync(int number, CancellationToken ct)
    {
        var run = await db.ReportRuns.AsNoTracking().Where(r => r.Number == number).OneAsync(ct);
        var traits = await db.ReportRunTraits.AsNoTracking().Where(t => t.RunNumber == number).OneAsync(ct);
        var (report, _) = await MakeAsync(QuestionOf(run), run.CutOff, run.Author, Unpack(traits.Content), ct);
        return (report with { Run = number, TemplateVersion = run.TemplateVersion }, report.Digest == run.Digest);
    }

    /// <summary>What a run would say otherwise if it were made today: the lines of a report of the difference.</summary>
    public async Task<IReadOnlyList<ReportChange>> ChangedSinceAsync(int number, CancellationToken ct)
    {
        var then = (await RecomputeAsync(number, ct)).Report;
        var now = await FindAsync(then.Question, then.Author, ct);
        var (before, after) = (then.Table.Rows.ToDictionary(row => row.Key), now.Table.Rows.ToDictionary(row => row.Key));
        return [.. before.Keys.Union(after.Keys)
            .Select(key => new ReportChange(before.GetValueOrDefault(key), after.GetValueOrDefault(key)))
            .Where(change => change.Then is null || change.Now is null
                || !change.Then.Cells.Select(Cells.Canonical).SequenceEqual(change.Now.Cells.Select(Cells.Canonical)))];
    }

    // Whole milliseconds, which both databases keep.
    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.Now.ToUnixTimeMilliseconds());

    private static ReportQuestion QuestionOf(ReportRun run) => JsonSerializer.Deserialize<ReportQuestion>(run.Question)!;

    private async Task<(Report Report, IReadOnlyDictionary<Guid, ParticipantTraits> Used)> MakeAsync(
        ReportQuestion question, DateTimeOffset cutOff, string author, IReadOnlyDictionary<Guid, ParticipantTraits>? frozen, CancellationToken ct)
    {
        if (!_reports.TryGetValue(question.Report, out var query))
            throw new NotFoundException(nameof(Report));

        var context = new ReportContext(question, cutOff, frozen);
        var table = await query.FindAsync(context, ct);
        var lacks = await LacksAsync(context, table, ct);
        return (new Report(question, question.IsPublished ? Published.Of(table) : table, clock.AtOffice(cutOff), TemplateVersion, author, lacks), context.Used);
    }

    private async Task<IReadOnlyList<ReportLack>> LacksAsync(ReportContext context, ReportTable table, CancellationToken ct)
    {
        var (question, day) = (context.Question, clock.DateOn(context.CutOff));
        var facts = new TrainingHoursFacts(db, new TrainingHoursFilter(question.From, question.To, question.Organisation, question.Funder, question.Theme), context.CutOff);
        if (question.Organisation is { } code)
            facts = facts.Of([.. await db.Organisations.Where(o => o.Code == code).Select(o => o.Id).ToListAsync(ct) is { Count: > 0 } found ? found : throw new NotFoundException(nameof(Organisation))]);
        var people = context.Used.Values.DistinctBy(who => who.Person).ToList();

        return
        [
            new(ReportLacks.Unsealed, await facts.UnsealedHalfDays(day).CountAsync(ct)),
            new(ReportLacks.Pending, await TrainingHoursQuery.PendingMinutesAsync(facts, ct)),
            new(ReportLacks.DaysToCome, Math.Max(0, question.To.DayNumber - day.DayNumber)),
            new(ReportLacks.GenderNotStated, people.Count(who => who.Gender == Domain.People.Gender.NotStated)),
            new(ReportLacks.AgeNotStated, people.Count(who => who.YearOfBirth is null)),
            .. table.OwnLacks,
        ];
    }

    private static byte[] Pack(IReadOnlyDictionary<Guid, ParticipantTraits> traits)
    {
        using var stream = new MemoryStream();
        using (var zip = new GZipStream(stream, CompressionLevel.Optimal))
            JsonSerializer.Serialize(zip, traits);
        return stream.ToArray();
    }

    private static Dictionary<Guid, ParticipantTraits> Unpack(byte[] content)
    {
        using var zip = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<Dictionary<Guid, ParticipantTraits>>(zip)!;
    }
}
