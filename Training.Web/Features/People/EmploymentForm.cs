using Microsoft.AspNetCore.Mvc.ModelBinding;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Web.Features.Shared;

namespace Training.Web.Features.People;

/// <summary>The terms of an employment from a day on.</summary>
public sealed class EmploymentForm
{
    public DateOnly? Start { get; set; }

    public string? Function { get; set; }

    /// <summary>As people write it: <c>0,8</c>.</summary>
    public string? Fte { get; set; }

    public FundingStatus FundingStatus { get; set; }

    public StaffCategory StaffCategory { get; set; }

    public int? RequiredLevel { get; set; }

    public string? Post { get; set; }

    public Guid? Unit { get; set; }

    public LanguageRole? LanguageRole { get; set; }

    public string? Remark { get; set; }

    public EmploymentTerms ToTerms() => new(
        Function!, Numbers.Typed(Fte)!.Value, FundingStatus, StaffCategory, RequiredLevel, string.IsNullOrWhiteSpace(Post) ? null : Post.Trim(), Start!.Value,
        Unit is { } unit ? new EstablishmentUnitId(unit) : null, LanguageRole);

    public static EmploymentForm Of(Employment employment) => new()
    {
        Start = employment.Start,
        Function = employment.FunctionCode,
        Fte = Show.Fraction(employment.FteFraction),
        FundingStatus = employment.FundingStatus,
        StaffCategory = employment.StaffCategory,
        RequiredLevel = employment.RequiredLevel,
        Post = employment.PostReference,
        Unit = employment.UnitId?.Value,
        LanguageRole = employment.LanguageRole,
        Remark = employment.Remark,
    };

    public void Check(ModelStateDictionary errors, Texts texts, EmploymentPage page)
    {
        if (Start is null && errors[nameof(Start)]?.Errors.Count is null or 0)
            errors.AddModelError(nameof(Start), texts["Form_Missing"]);
        if (Function is null || !page.Functions.ContainsKey(Function))
            errors.AddModelError(nameof(Function), texts["Form_Missing"]);
        if (Numbers.Typed(Fte) is not (> 0 and <= 1))
            errors.AddModelError(nameof(Fte), texts["Form_FractionWrong"]);
        if (RequiredLevel is < 1 or > 5)
            errors.AddModelError(nameof(RequiredLevel), texts["Form_LevelWrong"]);
        if (Unit is { } unit && !page.Units.ContainsKey(new EstablishmentUnitId(unit)))
            errors.AddModelError(nameof(Unit), texts["Form_Missing"]);
        errors.Limit(nameof(Post), Post, Employment.PostReferenceMaxLength, texts);
        errors.Limit(nameof(Remark), Remark, Employment.RemarkMaxLength, texts);
    }
}
