using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Training.Domain.Courses;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Web.Features.Shared;

namespace Training.Web.Features.CourseEditor;

/// <summary>A course as the secretariat writes it, in both languages side by side.</summary>
public sealed class CourseForm
{
    public const int MostSubjects = 40;
    public const string Publish = "publish";
    private const decimal MostHours = 2000;
    private const int EmptyRows = 2;

    public sealed class SubjectRow
    {
        public string? Code { get; set; }

        public string? Fr { get; set; }

        public string? Nl { get; set; }

        public string? Hours { get; set; }

        public int? ExamMarks { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Code) && string.IsNullOrWhiteSpace(Fr) && string.IsNullOrWhiteSpace(Nl) && string.IsNullOrWhiteSpace(Hours);
    }

    public Guid? Course { get; set; }

    public string? Code { get; set; }

    public CourseKind Kind { get; set; }

    public string? TitleFr { get; set; }

    public string? TitleNl { get; set; }

    public string? TitleEn { get; set; }

    public string? SummaryFr { get; set; }

    public string? SummaryNl { get; set; }

    public string? ObjectivesFr { get; set; }

    public string? ObjectivesNl { get; set; }

    public string? PrerequisitesFr { get; set; }

    public string? PrerequisitesNl { get; set; }

    public IList<string> Theme { get; init; } = [];

    public IList<string> Function { get; init; } = [];

    public IList<string> Sector { get; init; } = [];

    public bool InContactWithPublic { get; set; }

    public string? Hours { get; set; }

    public int? LessonPeriodMinutes { get; set; }

    public AttendancePolicyKind Policy { get; set; }

    public IList<AttendancePolicyKind> FurtherPolicy { get; init; } = [];

    public string? MinPercent { get; set; }

    public string? PriceEur { get; set; }

    public string? Funder { get; set; }

    public Guid? Provider { get; set; }

    public IList<SubjectRow> Subjects { get; init; } = [];

    public bool ConfirmTranslation { get; set; }

    public string? Button { get; set; }

    /// <summary>The subjects that were typed, and some empty rows.</summary>
    public IReadOnlyList<SubjectRow> Rows => [.. Subjects.Where(row => !row.IsEmpty), .. Enumerable.Range(0, EmptyRows).Select(_ => new SubjectRow())];

    /// <param name="version">With its themes, target groups and subjects.</param>
    public static CourseForm Of(Course course, CourseVersion version)
    {
        var terms = version.Terms;
        return new CourseForm
        {
            Course = course.Id.Value,
            Code = course.Code,
            Kind = course.Kind,
            TitleFr = terms.Title.Fr,
            TitleNl = terms.Title.Nl,
            TitleEn = terms.Title.En,
            SummaryFr = terms.Summary.Fr,
            SummaryNl = terms.Summary.Nl,
            ObjectivesFr = terms.Objectives.Fr,
            ObjectivesNl = terms.Objectives.Nl,
            PrerequisitesFr = terms.Prerequisites.Fr,
            PrerequisitesNl = terms.Prerequisites.Nl,
            Theme = [.. terms.ThemeCodes],
            Function = [.. terms.FunctionCodes],
            Sector = [.. terms.SectorCodes],
            InContactWithPublic = terms.InContactWithPublic,
            Hours = Written(terms.ScheduledMinutes / 60m),
            LessonPeriodMinutes = terms.LessonPeriodMinutes,
            Policy = terms.Policy,
            FurtherPolicy = [.. terms.FurtherPolicies],
            MinPercent = terms.MinRatio is { } ratio ? Written(ratio * 100) : null,
            PriceEur = Written(terms.PriceEur),
            Funder = terms.FunderCode,
            Provider = terms.Provider?.Value,
            Subjects = [.. version.Subjects.OrderBy(subject => subject.Code, StringComparer.Ordinal).Select(subject => new SubjectRow
            {
                Code = subject.Code, Fr = subject.Title.Fr, Nl = subject.Title.Nl, Hours = Written(subject.LessonMinutes / 60m), ExamMarks = subject.ExamMarks,
            })],
        };
    }

    /// <summary>What the form says, or nothing when some of it cannot be read; that is told at its field.</summary>
    public CourseTerms? ToTerms(ModelStateDictionary state, Texts texts)
    {
        var texted = new[] { TitleFr, TitleNl, TitleEn, SummaryFr, SummaryNl, ObjectivesFr, ObjectivesNl, PrerequisitesFr, PrerequisitesNl }
            .Concat(Subjects.SelectMany(row => new[] { row.Fr, row.Nl }));
        if (texted.Any(NationalNumberDetector.IsIn))
            state.AddModelError("", texts["NationalNumberFound"]);
        if (string.IsNullOrWhiteSpace(TitleFr) && string.IsNullOrWhiteSpace(TitleNl))
            state.AddModelError(nameof(TitleFr), texts["CourseEditor_TitleMissing"]);
        if (new[] { TitleFr, TitleNl, TitleEn }.Any(title => title?.Length > CourseVersion.TitleMaxLength)
            || new[] { SummaryFr, SummaryNl, ObjectivesFr, ObjectivesNl, PrerequisitesFr, PrerequisitesNl }.Any(text => text?.Length > CourseVersion.SummaryMaxLength))
            state.AddModelError("", texts["CourseEditor_TooLong", CourseVersion.TitleMaxLength, CourseVersion.SummaryMaxLength]);
        if (Theme.Count == 0)
            state.AddModelError(nameof(Theme), texts["CourseEditor_ThemeMissing"]);
        if (string.IsNullOrWhiteSpace(Funder))
            state.AddModelError(nameof(Funder), texts["CourseEditor_FunderMissing"]);
        if (Number(Hours) is not (> 0 and <= MostHours))
            state.AddModelError(nameof(Hours), texts["CourseEditor_HoursWrong"]);
        if (Number(PriceEur ?? "0") is not >= 0)
            state.AddModelError(nameof(PriceEur), texts["CourseEditor_PriceWrong"]);
        if ((Policy == AttendancePolicyKind.GsobThreshold || FurtherPolicy.Contains(AttendancePolicyKind.GsobThreshold)) && Number(MinPercent) is not (>= 0 and <= 100))
            state.AddModelError(nameof(MinPercent), texts["CourseEditor_PercentWrong"]);
        if (LessonPeriodMinutes is < 1 or > 24 * 60)
            state.AddModelError(nameof(LessonPeriodMinutes), texts["CourseEditor_HoursWrong"]);
        if (!state.IsValid)
            return null;

        return new CourseTerms(
            new LocalizedText(Trimmed(TitleFr), Trimmed(TitleNl), string.IsNullOrWhiteSpace(TitleEn) ? null : TitleEn.Trim()), new LocalizedText(Trimmed(SummaryFr), Trimmed(SummaryNl)),
            [.. Theme.Distinct()], Minutes(Hours), Policy, Policy == AttendancePolicyKind.GsobThreshold || FurtherPolicy.Contains(AttendancePolicyKind.GsobThreshold) ? Number(MinPercent) / 100 : null, Number(PriceEur ?? "0")!.Value, Funder!)
        {
            Objectives = new LocalizedText(Trimmed(ObjectivesFr), Trimmed(ObjectivesNl)),
            Prerequisites = new LocalizedText(Trimmed(PrerequisitesFr), Trimmed(PrerequisitesNl)),
            LessonPeriodMinutes = LessonPeriodMinutes,
            FurtherPolicies = [.. FurtherPolicy.Where(kind => kind != Policy && kind != AttendancePolicyKind.None).Distinct().Order()],
            FunctionCodes = [.. Function.Distinct()],
            SectorCodes = [.. Sector.Distinct()],
            InContactWithPublic = InContactWithPublic,
            Provider = Provider is { } id ? OrganisationId.From(id) : null,
        };
    }

    public IReadOnlyList<ReviseCourse.Subject> ToSubjects(ModelStateDictionary state, Texts texts)
    {
        var rows = Subjects.Take(MostSubjects).Index().Where(row => !row.Item.IsEmpty).ToList();
        foreach (var (index, row) in rows)
        {
            if (string.IsNullOrWhiteSpace(row.Code) || row.Code.Length > CourseSubject.CodeMaxLength || Number(row.Hours) is not (> 0 and <= MostHours) || row.ExamMarks is < 1
                || rows.Exists(other => other.Index != index && other.Item.Code?.Trim() == row.Code.Trim()))
                state.AddModelError($"Subjects[{index}].Code", texts["CourseEditor_SubjectWrong"]);
        }

        return state.IsValid ? [.. rows.Select(row => new ReviseCourse.Subject(row.Item.Code!.Trim(), new LocalizedText(Trimmed(row.Item.Fr), Trimmed(row.Item.Nl)), Minutes(row.Item.Hours), row.Item.ExamMarks))] : [];
    }

    // A decimal comma and a decimal point are both how people here write.
    private static decimal? Number(string? typed) =>
        decimal.TryParse(typed?.Trim().Replace(',', '.'), NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int Minutes(string? hours) => (int)Math.Round(Number(hours)!.Value * 60, MidpointRounding.AwayFromZero);

    private static string Trimmed(string? text) => text?.Trim().ReplaceLineEndings("\n") ?? "";

    private static string Written(decimal number) => number.ToString("0.####", CultureInfo.CurrentCulture);
}
