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

    /// <summary>The federal individual training right of the private sector (Act of 3 October 2022).</summary>
    public const string FederalRight = "FED-IOR";

    /// <summary>Paid educational leave in Brussels; only where the school has switched it on and the course is recognised for it.</summary>
    public const string PelBru = "PEL-BRU";

    public static readonly IReadOnlyList<string> All = [GecoLocal, FederalRight, PelBru, PublicDispense];

    /// <summary>
    /// The schemes that fit an employment whatever the course, the one to propose first; paid educational leave depends on the course too. Eligibility follows the employment (funding status, staff category,
    /// employer), never the person; a volunteer has none.
    /// </summary>
    public static IReadOnlyList<string> FittingAll(Employment employment, Organisation employer)
    {
        if (employment.StaffCategory == StaffCategory.Volunteer)
            return [];

        var fitting = new List<string>();
        if (employment.FundingStatus is FundingStatus.GecoAssociation or FundingStatus.ExGecoLocal)
            fitting.Add(GecoLocal);
        if (employer.IsPublicService)
            fitting.Add(PublicDispense);
        else if (employment.StaffCategory == StaffCategory.Private && employer.AverageFte is not null)
            fitting.Add(FederalRight);
        return fitting;
    }

    /// <summary>The scheme to propose for an employment, or nothing.</summary>
    public static string? Fitting(Employment employment, Organisation employer) => FittingAll(employment, employer) is [var first, ..] ? first : null;
}
