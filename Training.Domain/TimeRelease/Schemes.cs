using Training.Domain.Organisations;
using Training.Domain.People;

namespace Training.Domain.TimeRelease;

/// <summary>The codes of the time-release schemes, as ledger and reports write them.</summary>
public static class Schemes
{
    public const int CodeMaxLength = 20;

    /// <summary>The employer's own rule for GECO/ACS posts; it caps hours only where the employer has adopted it.</summary>
    public const string GecoLocal = "GECO-LOCAL";

    /// <summary>Leave that a public employer grants; recorded, without a cap.</summary>
    public const string PublicDispense = "PUBLIC-DISPENSE";

    /// <summary>
    /// The scheme that fits an employment, or nothing: eligibility follows the employment (funding status, staff category,
    /// employer), never the person.
    /// </summary>
    public static string? Fitting(Employment employment, Organisation employer) => employment switch
    {
        { StaffCategory: StaffCategory.Volunteer } => null,
        { FundingStatus: FundingStatus.GecoAssociation or FundingStatus.ExGecoLocal } => GecoLocal,
        _ when employer.IsPublicService => PublicDispense,
        _ => null,
    };
}
