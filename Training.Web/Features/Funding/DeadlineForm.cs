using Training.Domain.Courses;
using Training.Domain.Funding;
using Training.Domain.People;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Funding;

/// <summary>Another day or other words for a deadline of a grant, or that it goes.</summary>
public sealed class DeadlineForm
{
    public bool Remove { get; set; }

    public DateOnly? On { get; set; }

    public string? Fr { get; set; }

    public string? Nl { get; set; }

    /// <summary>Only of a form that was checked.</summary>
    public (DateOnly On, LocalizedText What)? ToWanted() => Remove ? null : (On!.Value, new LocalizedText(Fr!.Trim(), Nl!.Trim()));

    /// <summary>What is wrong with it, in the reader's language.</summary>
    public string? Problem(Texts texts) =>
        Remove ? null
        : On is null ? texts["Funding_DateMissing"]
        : string.IsNullOrWhiteSpace(Fr) || string.IsNullOrWhiteSpace(Nl) ? texts["Funding_DeadlineWords"]
        : Fr.Length > Grant.TextMaxLength || Nl.Length > Grant.TextMaxLength ? texts["Form_TooLong", Grant.TextMaxLength]
        : NationalNumberDetector.IsIn(Fr) || NationalNumberDetector.IsIn(Nl) ? texts["NationalNumberFound"]
        : null;
}
