using Training.Domain.Enrolments;
using Training.Domain.Funding;
using Training.Domain.People;
using Training.Web.Features.Shared;

namespace Training.Web.Features.WageReviews;

/// <summary>What a manager decides on the reviews that are ticked, or on all that the filter found.</summary>
public sealed class WageReviewsForm
{
    public IList<Guid> Review { get; } = [];

    public bool All { get; set; }

    /// <summary>How many the manager saw that the filter found.</summary>
    public int Found { get; set; }

    public ReviewVerdict? Verdict { get; set; }

    public string? Reason { get; set; }

    /// <summary>What is wrong with it, in the reader's language.</summary>
    public string? Problem(Texts texts) =>
        !All && Review.Count == 0 ? texts["WageReviews_TickSome"]
        : Verdict is null ? texts["WageReviews_ChooseVerdict"]
        : string.IsNullOrWhiteSpace(Reason) ? texts.Of(new ReasonMissing())
        : Reason.Length > AllocationLine.ReasonMaxLength ? texts["Form_TooLong", AllocationLine.ReasonMaxLength]
        : NationalNumberDetector.IsIn(Reason) ? texts["NationalNumberFound"]
        : null;
}
