using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses.Search;
using Training.Domain.Imports;
using Training.Domain.Persistence;

namespace Training.Domain.Courses;

public sealed class ImportCourses(TrainingDbContext db, CatalogueIndex index)
{
    private static readonly Column[] Columns =
    [
        new("code"), new("title_fr"), new("title_nl"), new("theme"), new("kind"), new("hours"), new("attendance_policy"), new("min_ratio"), new("price_eur"), new("funder"),
    ];

    private static readonly Dictionary<string, CourseKind> Kinds = new() { ["course"] = CourseKind.Course, ["exchange"] = CourseKind.Exchange };

    private static readonly Dictionary<string, AttendancePolicyKind> Policies = new()
    {
        ["none"] = AttendancePolicyKind.None,
        ["gsob-threshold"] = AttendancePolicyKind.GsobThreshold,
        ["community-guard"] = AttendancePolicyKind.CommunityGuard,
        ["pel-quarter"] = AttendancePolicyKind.PelQuarter,
    };

    public sealed record Request(Stream File, ImportMode Mode);

    public async Task<Outcome<ImportReport>> HandleAsync(Request request, CancellationToken ct)
    {
        var known = await db.Courses.Include(c => c.Versions).ThenInclude(v => v.Themes)
            .Include(c => c.Versions).ThenInclude(v => v.TargetGroups).Include(c => c.Versions).ThenInclude(v => v.Subjects).AsSplitQuery().ToDictionaryAsync(c => c.Code, ct);
        var themes = await db.Themes.Select(t => t.Code).ToHashSetAsync(ct);
        var funders = await db.Funders.Select(f => f.Code).ToHashSetAsync(ct);
        var outcome = await ImportTable.RunAsync(db, request.File, request.Mode, Columns, (row, report) =>
        {
            var code = row.Text("code", Course.CodeMaxLength);
            var kind = row.Code("kind", Kinds, CourseKind.Course);
            var policy = row.Code("attendance_policy", Policies, AttendancePolicyKind.None);
            var terms = new CourseTerms(
                new LocalizedText(row.Text("title_fr", CourseVersion.TitleMaxLength), row.Text("title_nl", CourseVersion.TitleMaxLength)),
                LocalizedText.Empty,
                [row.Known("theme", themes)],
                Minutes(row),
                policy,
                // For paid educational leave the file gives the attended share; the rule itself is about unjustified absence.
                policy == AttendancePolicyKind.GsobThreshold ? row.Fraction("min_ratio") : null,
                row.Number("price_eur"),
                row.Known("funder", funders));
            if (!row.IsGood)
                return;

            var isNew = !known.TryGetValue(code, out var course);
            if (course is null)
                db.Add(known[code] = course = new Course(code, kind));
            if (course.Latest is { } latest)
                terms = KeepingWhatTheFileLacks(terms, latest.Terms);
            var revised = isNew || course.Latest?.Says(terms) != true;
            if (revised && course.Publish(course.Revise(terms)) is { IsRefused: true } held)
                report.Warn(row.Line, "title_nl", held.Refusal);
            if (isNew)
                report.CountAdded();
            else
                report.CountChanged(revised);
        }, ct);
        if (!outcome.IsRefused && !request.Mode.DryRun)
            await index.RefreshAsync(ct);
        return outcome;
    }

    private static CourseTerms KeepingWhatTheFileLacks(CourseTerms file, CourseTerms known) => known with
    {
        Title = file.Title,
        ThemeCodes = file.ThemeCodes,
        ScheduledMinutes = file.ScheduledMinutes,
        Policy = file.Policy,
        MinRatio = file.MinRatio,
        PriceEur = file.PriceEur,
        FunderCode = file.FunderCode,
    };

    private static int Minutes(RowReader row)
    {
        var hours = row.Number("hours");
        return hours > 0 ? (int)Math.Round(hours * 60, MidpointRounding.AwayFromZero) : row.Note("hours", new NotANumber(row.Raw("hours")), 0);
    }
}
