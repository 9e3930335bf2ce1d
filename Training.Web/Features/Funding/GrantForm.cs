using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Funding;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Funding;

/// <summary>What a manager types of a grant.</summary>
public sealed class GrantForm
{
    private const int MostHours = 1_000_000;
    private const int MostEuros = 100_000_000;
    private const int MostEurosPerHour = 10_000;
    private const int LastPriority = 999;

    /// <summary>Only of a new grant, as its programme: neither changes.</summary>
    public string? Code { get; set; }

    public string? Programme { get; set; }

    public string? TitleFr { get; set; }

    public string? TitleNl { get; set; }

    public string? Reference { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public string? Axis { get; set; }

    public CostBasis Basis { get; set; }

    public string? BudgetHours { get; set; }

    public string? AmountEur { get; set; }

    public string? EurPerHour { get; set; }

    public string? Priority { get; set; }

    public bool OnlyCoursesOfFunder { get; set; }

    public string? OnlyTheme { get; set; }

    public FundingStatus? OnlyPosts { get; set; }

    public SignatureKind Signature { get; set; }

    public string? MentionFr { get; set; }

    public string? MentionNl { get; set; }

    public string? EvidenceRules { get; set; }

    public DateOnly? DeadlineOn { get; set; }

    public string? DeadlineFr { get; set; }

    public string? DeadlineNl { get; set; }

    private bool SaysDeadline => DeadlineOn is not null || !string.IsNullOrWhiteSpace(DeadlineFr) || !string.IsNullOrWhiteSpace(DeadlineNl);

    public static GrantForm Of(Grant grant) => new()
    {
        TitleFr = grant.Title.Fr,
        TitleNl = grant.Title.Nl,
        Reference = grant.Reference,
        From = grant.From,
        To = grant.To,
        Axis = grant.Axis,
        Basis = grant.Basis,
        BudgetHours = Show.Minutes(grant.BudgetMinutes),
        AmountEur = Written(grant.AmountEur),
        EurPerHour = grant.EurPerHour is { } rate ? Written(rate) : null,
        Priority = Written(grant.Priority),
        OnlyCoursesOfFunder = grant.OnlyCoursesOfFunder,
        OnlyTheme = grant.OnlyTheme,
        OnlyPosts = grant.OnlyPosts,
        Signature = grant.Signature,
        MentionFr = grant.Mention.Fr,
        MentionNl = grant.Mention.Nl,
        EvidenceRules = grant.EvidenceRules,
    };

    /// <summary>The field that a refusal is about.</summary>
    public static string FieldOf(Refusal refusal) => refusal switch
    {
        CodeTaken => nameof(Code),
        GrantBasisFixed => nameof(Basis),
        BudgetBelowAllocated => nameof(BudgetHours),
        AllocatedOutsidePeriod => nameof(To),
        _ => "",
    };

    /// <summary>What a new grant needs beside its terms.</summary>
    public void CheckNew(ModelStateDictionary state, Texts texts)
    {
        state.RequireCode(nameof(Code), Code, Grant.CodeMaxLength, texts);
        state.Require(nameof(Programme), Programme, Domain.Funding.Programme.CodeMaxLength, texts);
        Check(state, texts);
    }

    /// <summary>Adds what is missing or wrong, at its field.</summary>
    public void Check(ModelStateDictionary state, Texts texts)
    {
        state.Require(nameof(TitleFr), TitleFr, Grant.TextMaxLength, texts);
        state.Require(nameof(TitleNl), TitleNl, Grant.TextMaxLength, texts);
        state.Require(nameof(Reference), Reference, Grant.TextMaxLength, texts);
        state.Limit(nameof(Axis), Axis, Grant.TextMaxLength, texts);
        state.Limit(nameof(MentionFr), MentionFr, Grant.RulesMaxLength, texts);
        state.Limit(nameof(MentionNl), MentionNl, Grant.RulesMaxLength, texts);
        state.Limit(nameof(EvidenceRules), EvidenceRules, Grant.RulesMaxLength, texts);
        state.Limit(nameof(DeadlineFr), DeadlineFr, Grant.TextMaxLength, texts);
        state.Limit(nameof(DeadlineNl), DeadlineNl, Grant.TextMaxLength, texts);
        foreach (var (name, day) in new[] { (nameof(From), From), (nameof(To), To) })
        {
            if (day is null && state.GetFieldValidationState(name) != ModelValidationState.Invalid)
                state.AddModelError(name, texts["Form_Missing"]);
        }

        if (From > To)
            state.AddModelError(nameof(To), texts["Funding_PeriodWrong"]);
        if (Numbers.Minutes(BudgetHours) is not (>= 0 and <= MostHours * 60))
            state.AddModelError(nameof(BudgetHours), texts["Funding_HoursWrong"]);
        if (!string.IsNullOrWhiteSpace(AmountEur) && Numbers.Typed(AmountEur) is not <= MostEuros)
            state.AddModelError(nameof(AmountEur), texts["Funding_NumberWrong", 0, MostEuros]);
        if (!string.IsNullOrWhiteSpace(EurPerHour) && Numbers.Typed(EurPerHour) is not <= MostEurosPerHour)
            state.AddModelError(nameof(EurPerHour), texts["Funding_NumberWrong", 0, MostEurosPerHour]);
        if (!int.TryParse(Priority, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var priority) || priority is < 1 or > LastPriority)
            state.AddModelError(nameof(Priority), texts["Funding_NumberWrong", 1, LastPriority]);
        if (SaysDeadline && DeadlineOn is null && state.GetFieldValidationState(nameof(DeadlineOn)) != ModelValidationState.Invalid)
            state.AddModelError(nameof(DeadlineOn), texts["Form_Missing"]);
        if (SaysDeadline && (string.IsNullOrWhiteSpace(DeadlineFr) || string.IsNullOrWhiteSpace(DeadlineNl)))
            state.AddModelError(nameof(DeadlineFr), texts["Funding_DeadlineWords"]);
        state.RefuseNationalNumbers(
            texts, (nameof(Code), Code), (nameof(TitleFr), TitleFr), (nameof(TitleNl), TitleNl), (nameof(Reference), Reference), (nameof(Axis), Axis), (nameof(MentionFr), MentionFr),
            (nameof(MentionNl), MentionNl), (nameof(EvidenceRules), EvidenceRules), (nameof(DeadlineFr), DeadlineFr), (nameof(DeadlineNl), DeadlineNl));
    }

    /// <summary>Only of a form that was checked.</summary>
    public GrantTerms ToTerms() => new(
        new LocalizedText(TitleFr!.Trim(), TitleNl!.Trim()), Reference!.Trim(), From!.Value, To!.Value, Blank(Axis), Basis, Numbers.Minutes(BudgetHours)!.Value,
        Numbers.Typed(AmountEur) ?? 0, Numbers.Typed(EurPerHour), int.Parse(Priority!, CultureInfo.InvariantCulture),
        new GrantReach(OnlyCoursesOfFunder, Blank(OnlyTheme), OnlyPosts), Signature, new LocalizedText(MentionFr?.Trim() ?? "", MentionNl?.Trim() ?? ""), Blank(EvidenceRules));

    /// <summary>Only of a form that was checked.</summary>
    public IReadOnlyList<(DateOnly On, LocalizedText What)> ToDeadlines() =>
        SaysDeadline ? [(DeadlineOn!.Value, new LocalizedText(DeadlineFr!.Trim(), DeadlineNl!.Trim()))] : [];

    private static string? Blank(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static string Written(decimal number) => number.ToString("0.####", CultureInfo.CurrentCulture);
}

/// <summary>The form of a grant with the choices that it offers.</summary>
/// <param name="Grant">Whose terms are changed; nothing for a new grant.</param>
public sealed record GrantFormPage(GrantForm Form, Grant? Grant, IReadOnlyList<GrantFormPage.Choice> Programmes, IReadOnlyList<GrantFormPage.Choice> Themes)
{
    public sealed record Choice(string Code, LocalizedText Name);

    public static async Task<GrantFormPage> FindAsync(TrainingDbContext db, GrantForm form, Grant? grant, CancellationToken ct) => new(
        form, grant,
        await db.Programmes.AsNoTracking().OrderBy(p => p.Code).Select(p => new Choice(p.Code, p.Name)).ToListAsync(ct),
        await db.Themes.AsNoTracking().OrderBy(t => t.Rank).Select(t => new Choice(t.Code, t.Label)).ToListAsync(ct));
}
