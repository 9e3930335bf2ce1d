using Microsoft.AspNetCore.Mvc.ModelBinding;
using Training.Domain.Courses;
using Training.Domain.Funding;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Funders;

/// <summary>What a manager types of a funder or a programme.</summary>
public sealed class FunderForm
{
    /// <summary>Only of a new one.</summary>
    public string? Code { get; set; }

    /// <summary>Only of a new programme.</summary>
    public string? Funder { get; set; }

    public string? NameFr { get; set; }

    public string? NameNl { get; set; }

    public string? NameEn { get; set; }

    /// <summary>Only of a form that was checked.</summary>
    public LocalizedText ToName() => new(NameFr!.Trim(), NameNl!.Trim(), string.IsNullOrWhiteSpace(NameEn) ? null : NameEn.Trim());

    public void CheckNew(ModelStateDictionary state, Texts texts)
    {
        state.RequireCode(nameof(Code), Code, Domain.Funding.Funder.CodeMaxLength, texts);
        Check(state, texts);
    }

    public void Check(ModelStateDictionary state, Texts texts)
    {
        state.Require(nameof(NameFr), NameFr, Programme.NameMaxLength, texts);
        state.Require(nameof(NameNl), NameNl, Programme.NameMaxLength, texts);
        state.Limit(nameof(NameEn), NameEn, Programme.NameMaxLength, texts);
        state.RefuseNationalNumbers(texts, (nameof(Code), Code), (nameof(NameFr), NameFr), (nameof(NameNl), NameNl), (nameof(NameEn), NameEn));
    }
}
