using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Training.Domain.Enrolments;
using Training.Domain.Funding;
using Training.Domain.People;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Funding;

/// <summary>Minutes that a manager allocates, or takes back with a minus, and why.</summary>
public sealed class ByHandForm
{
    public Guid Enrolment { get; set; }

    public Guid Slot { get; set; }

    [Range(-1440, 1440)]
    public int? Minutes { get; set; }

    [StringLength(AllocationLine.ReasonMaxLength)]
    public string? Reason { get; set; }

    /// <summary>What is wrong with it, in the reader's language.</summary>
    public string? Problem(ModelStateDictionary state, Texts texts) =>
        !state.IsValid || Minutes is null or 0 ? texts["Funding_MinutesUnreadable"]
        : string.IsNullOrWhiteSpace(Reason) ? texts.Of(new ReasonMissing())
        : NationalNumberDetector.IsIn(Reason) ? texts["NationalNumberFound"]
        : null;
}
