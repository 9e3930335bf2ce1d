using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Training.Domain.Certificates;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Certificates;

/// <summary>Why a certificate is revoked or replaced.</summary>
public sealed class ReasonForm
{
    [StringLength(Certificate.ReasonMaxLength)]
    public string? Reason { get; set; }

    /// <summary>What is wrong with it, in the reader's language.</summary>
    public string? Problem(ModelStateDictionary state, Texts texts) =>
        string.IsNullOrWhiteSpace(Reason) ? texts.Of(new ReasonMissing())
        : !state.IsValid ? texts["Certificates_ReasonTooLong", Certificate.ReasonMaxLength]
        : NationalNumberDetector.IsIn(Reason) ? texts["NationalNumberFound"]
        : null;
}
