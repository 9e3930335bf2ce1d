using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Funding;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Funding;

/// <summary>What a manager types of a grant.</summary>
public sealed class GrantForm
{
    [StringLength(Grant.CodeMaxLength)]
    public string? Code { get; set; }

    [StringLength(Domain.Funding.Programme.CodeMaxLength)]
    public string? Programme { get; set; }

    [StringLength(Grant.TextMaxLength)]
    public string? TitleFr { get; set; }

    [StringLength(Grant.TextMaxLength)]
    public string? TitleNl { get; set; }

    [StringLength(Grant.TextMaxLength)]
    public string? Reference { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    [StringLength(Grant.TextMaxLength)]
    public string? Axis { get; set; }

    public CostBasis Basis { get; set; }

    [Range(0, 1_000_000)]
    public int? BudgetHours { get; set; }

    [Range(0, 100_000_000)]
    public decimal? AmountEur { get; set; }

    [Range(0, 10_000)]
    public decimal? EurPerHour { get; set; }

    [Range(1, 999)]
    public int? Priority { get; set; }

    public bool OnlyCoursesOfFunder { get; set; }

    [StringLength(Theme.CodeMaxLength)]
    public string? OnlyTheme { get; set; }

    public FundingStatus? OnlyPosts { get; set; }

    public SignatureKind Signature { get; set; }

    [StringLength(Grant.RulesMaxLength)]
    public string? MentionFr { get; set; }

    [StringLength(Grant.RulesMaxLength)]
    public string? MentionNl { get; set; }

    [StringLength(Grant.RulesMaxLength)]
    public string? EvidenceRules { get; set; }

    public DateOnly? DeadlineOn { get; set; }

    [StringLength(Grant.TextMaxLength)]
    public string? DeadlineFr { get; set; }

    [StringLength(Grant.TextMaxLength)]
    public string? DeadlineNl { get; set; }

    public static async Task<GrantForm> OfAsync(TrainingDbContext db, string code, CancellationToken ct)
    {
        var grant = await db.Grants.AsNoTracking().Where(g => g.Code == code).OneAsync(ct);
        return new GrantForm
        {
            Code = grant.Code,
            Programme = await db.Programmes.Where(p => p.Id == grant.ProgrammeId).Select(p => p.Code).SingleAsync(ct),
            TitleFr = grant.Title.Fr,
            TitleNl = grant.Title.Nl,
            Reference = grant.Reference,
            From = grant.From,
            To = grant.To,
            Axis = grant.Axis,
            Basis = grant.Basis,
            BudgetHours = grant.BudgetMinutes / 60,
            AmountEur = grant.AmountEur,
            EurPerHour = grant.EurPerHour,
            Priority = grant.Priority,
            OnlyCoursesOfFunder = grant.OnlyCoursesOfFunder,
            OnlyTheme = grant.OnlyTheme,
            OnlyPosts = grant.OnlyPosts,
            Signature = grant.Signature,
            MentionFr = grant.Mention.Fr,
            MentionNl = grant.Mention.Nl,
            EvidenceRules = grant.EvidenceRules,
        };
    }

    /// <summary>Adds what is missing or wrong, at its field.</summary>
    public void Check(ModelStateDictionary state, Texts texts)
    {
        foreach (var (name, value) in new (string, object?)[]
        {
            (nameof(Code), Code), (nameof(Programme), Programme), (nameof(TitleFr), TitleFr), (nameof(TitleNl), TitleNl), (nameof(Reference), Reference),
            (nameof(From), From), (nameof(To), To), (nameof(BudgetHours), BudgetHours), (nameof(Priority), Priority),
        })
        {
            if (value is null or "" && state.GetFieldValidationState(name) != ModelValidationState.Invalid)
                state.AddModelError(name, texts["ValueMissing"]);
        }

        if (From > To)
            state.AddModelError(nameof(To), texts["Funding_PeriodWrong"]);
        if (DeadlineOn is not null && (string.IsNullOrWhiteSpace(DeadlineFr) || string.IsNullOrWhiteSpace(DeadlineNl)))
            state.AddModelError(nameof(DeadlineFr), texts["Funding_DeadlineWords"]);
        if (new[] { Code, TitleFr, TitleNl, Reference, Axis, MentionFr, MentionNl, EvidenceRules, DeadlineFr, DeadlineNl }.Any(NationalNumberDetector.IsIn))
            state.AddModelError(nameof(Code), texts["NationalNumberFound"]);
    }

    /// <summary>Only of a form that was checked.</summary>
    public DefineGrant.Request ToRequest() => new(
        Code!.Trim(), Programme!,
        new GrantTerms(
            new LocalizedText(TitleFr!.Trim(), TitleNl!.Trim()), Reference!.Trim(), From!.Value, To!.Value, Blank(Axis), Basis, BudgetHours!.Value * 60, AmountEur ?? 0, EurPerHour,
            Priority!.Value, new GrantReach(OnlyCoursesOfFunder, Blank(OnlyTheme), OnlyPosts), Signature, new LocalizedText(MentionFr?.Trim() ?? "", MentionNl?.Trim() ?? ""),
            Blank(EvidenceRules)),
        DeadlineOn is { } on ? [(on, new LocalizedText(DeadlineFr!.Trim(), DeadlineNl!.Trim()))] : []);

    private static string? Blank(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

/// <summary>The form of a grant with the choices that it offers.</summary>
public sealed record GrantFormPage(GrantForm Form, bool IsNew, IReadOnlyList<GrantFormPage.Choice> Programmes, IReadOnlyList<GrantFormPage.Choice> Themes)
{
    public sealed record Choice(string Code, LocalizedText Name);

    public static async Task<GrantFormPage> FindAsync(TrainingDbContext db, GrantForm form, CancellationToken ct)
    {
        var code = form.Code?.Trim();
        return new GrantFormPage(
            form, !await db.Grants.AnyAsync(g => g.Code == code, ct),
            await db.Programmes.AsNoTracking().OrderBy(p => p.Code).Select(p => new Choice(p.Code, p.Name)).ToListAsync(ct),
            await db.Themes.AsNoTracking().OrderBy(t => t.Rank).Select(t => new Choice(t.Code, t.Label)).ToListAsync(ct));
    }
}
