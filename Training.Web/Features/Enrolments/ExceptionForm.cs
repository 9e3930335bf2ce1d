using Training.Domain.Enrolments;
using Training.Domain.People;

namespace Training.Web.Features.Enrolments;

/// <summary>Why the secretariat sets the rule against sessions at the same hours aside for one person, and until when.</summary>
public sealed class ExceptionForm
{
    public Guid Person { get; set; }

    public Guid? Organisation { get; set; }

    public string? Reason { get; set; }

    public DateOnly? Expires { get; set; }

    /// <summary>The text that says what is wrong, or nothing.</summary>
    public string? Complaint() => this switch
    {
        { Reason: null or "" } => "ReasonMissing",
        { Reason.Length: > EligibilityException.ReasonMaxLength } => "Charges_TooLong",
        { Expires: null } => "Exception_GiveDay",
        _ when NationalNumberDetector.IsIn(Reason) => "NationalNumberFound",
        _ => null,
    };
}
