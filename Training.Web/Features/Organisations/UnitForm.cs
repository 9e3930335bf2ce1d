using Microsoft.AspNetCore.Mvc.ModelBinding;
using Training.Domain.Organisations;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Organisations;

/// <summary>A further establishment unit.</summary>
public sealed class UnitForm
{
    public string? NameFr { get; set; }

    public string? NameNl { get; set; }

    public string? Number { get; set; }

    public string? Nis { get; set; }

    public void Check(ModelStateDictionary errors, Texts texts)
    {
        errors.Require(nameof(NameFr), NameFr, EstablishmentUnit.NameMaxLength, texts);
        errors.Require(nameof(NameNl), NameNl, EstablishmentUnit.NameMaxLength, texts);
        if (!string.IsNullOrWhiteSpace(Number) && !EstablishmentUnitNumber.TryParse(Number, out _))
            errors.AddModelError(nameof(Number), texts.Of(new NotAUnitNumber(Number)));
    }
}
