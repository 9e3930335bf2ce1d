using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Persistence;
using Training.Domain.ReportRuns;
using Training.Domain.Time;

namespace Training.Reports.Reporting;

/// <summary>
/// Makes reports, fixes them as runs and works runs out again: the figures from what was recorded up to the cut-off, the traits of people
/// from what the run froze.
/// </summary>
public sealed class ReportDesk(TrainingDbContext db, OfficeClock clock, IEnumerable<IReportQuery> reports)
{
    /// <summary>Changes whenever a column or a rule of a layout does.</summary>
    public const string TemplateVersion = "2026-11.3";

    private readonly Dictionary<string, IReportQuery> _reports = reports.ToDictionary(report => report.Id);

    public IReadOnlyCollection<string> Ids => _reports.Keys;

    /// <summary>The figures as they are now and as somebody may see them, fixed by nothing.</summary>
    public async Task<Report> FindAsync(ReportQuestion question, string author, Reader reader, CancellationToken ct) =>
        await MakeAsync(new(question, reader, Now), author, ct);

    /// <summary>A report of figures that are found elsewhere, with what it lacks and what was asked, which is looked up before the figures.</summary>
    public async Task<Report> MakeAsync(ReportContext context, Func<Task<ReportTable>> find, string author, CancellationToken ct)
    {
        var asked = await AskedNames.FindAsync(db, context, ct);
        if (context.Frozen is null && ReportLayout.Of(context.Question.Report).RefusalOf(context.Question) is { } refusal)
            throw new NotPublishedException(refusal);

        var table = await find();
        return new(
            context.Question, context.Question.IsPublished ? Published.Of(table) : table, clock.AtOffice(context.CutOff), TemplateVersion, author,
            await ReportLacks.FindAsync(db, clock, context, table, ct), asked);
    }

    /// <summary>The figures as they are now, under the number of a run: that of the last run with the same figures, or a new one.</summary>
    /// <param name="isNew">Whether it has to be a new one, because other things are told as of its cut-off.</param>
    public async Task<Report> RunAsync(ReportQuestion question, string author, CancellationToken ct, bool isNew = false)
    {
        var context = new ReportContext(question, Reader.WholeSchool, Now);
        var report = await MakeAsync(context, author, ct);
        var known = isNew ? null : await db.ReportRuns.AsNoTracking()
            .Where(r => r.Report == question.Report && r.Digest == report.Digest && r.TemplateVersion == TemplateVersion && r.Author == author)
            .OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        if (known is not null)
            return report with { Run = known.Number, CutOff = clock.AtOffice(known.CutOff) };

        var run = new ReportRun(question.Report, JsonSerializer.Serialize(question), report.CutOff.ToUniversalTime(), TemplateVersion, author, report.Digest, clock.Now);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Add(run);
        await db.SaveChangesAsync(ct);
        db.Add(ReportRunTraits.Of(run.Number, context.Used));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return report with { Run = run.Number };
    }

    /// <summary>A run's figures, worked out again. Their digest is the run's, or something was changed that never may be.</summary>
    public async Task<(Report Report, bool Matches)> RecomputeAsync(int number, CancellationToken ct)
    {
        var run = await db.ReportRuns.AsNoTracking().Where(r => r.Number == number).OneAsync(ct);
        var traits = await db.ReportRunTraits.AsNoTracking().Where(t => t.RunNumber == number).OneAsync(ct);
        var report = await MakeAsync(new(QuestionOf(run), Reader.WholeSchool, run.CutOff, traits.Read<RunTraits>()), run.Author, ct);
        return (report with { Run = number, TemplateVersion = run.TemplateVersion }, report.Digest == run.Digest);
    }

    /// <summary>What a run would say otherwise if it were made today: a report of the difference.</summary>
    public async Task<Report> ChangesAsync(int number, CancellationToken ct) => await ChangesAsync((await RecomputeAsync(number, ct)).Report, ct);

    /// <param name="then">The run, worked out again already.</param>
    public async Task<Report> ChangesAsync(Report then, CancellationToken ct)
    {
        var now = await FindAsync(then.Question, then.Author, Reader.WholeSchool, ct);
        return new(now.Question, ReportChanges.Of(then.Table, now.Table), now.CutOff, TemplateVersion, now.Author, now.Lacks, now.Asked, Since: then.Run);
    }

    /// <summary>The cut-off of what is made now, in whole milliseconds, which both databases keep.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.Now.ToUnixTimeMilliseconds());

    public static ReportQuestion QuestionOf(ReportRun run) => JsonSerializer.Deserialize<ReportQuestion>(run.Question)!;

    private async Task<Report> MakeAsync(ReportContext context, string author, CancellationToken ct) =>
        _reports.TryGetValue(context.Question.Report, out var query)
            ? await MakeAsync(context, () => query.FindAsync(context, ct), author, ct)
            : throw new NotFoundException(nameof(Report));
}
