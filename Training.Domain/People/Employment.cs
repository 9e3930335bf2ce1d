using Training.Domain.Organisations;

namespace Training.Domain.People;

public readonly record struct EmploymentId(Guid Value) : IId<EmploymentId>
{
    public static EmploymentId New() => new(Guid.CreateVersion7());

    public static EmploymentId From(Guid value) => new(value);
}

/// <summary>Who pays the post. Local authorities have had no GECO/ACS staff in the legal sense since 2021, only former posts.</summary>
public enum FundingStatus
{
    NotGeco,
    GecoAssociation,
    ExGecoLocal,
}

public enum StaffCategory
{
    Private,
    ContractualPublic,
    StatutoryPublic,
    Volunteer,
}

/// <summary>The language role of somebody in public service.</summary>
public enum LanguageRole
{
    Fr,
    Nl,
}

/// <summary>
/// What one row of an employment says. <paramref name="FteFraction"/> is above 0 and at most 1;
/// <paramref name="RequiredLevel"/> (1 to 5) is what the post asks, never what the person holds.
/// </summary>
public sealed record EmploymentTerms(
    string FunctionCode,
    decimal FteFraction,
    FundingStatus FundingStatus,
    StaffCategory StaffCategory,
    int? RequiredLevel,
    string? PostReference,
    DateOnly Start,
    EstablishmentUnitId? UnitId = null,
    LanguageRole? LanguageRole = null);

/// <summary>A person's work for an organisation over a time. History is kept: a change of hours ends one row and begins another.</summary>
public sealed class Employment
{
    public const int PostReferenceMaxLength = 40;
    public const int RemarkMaxLength = 500;

    private Employment() => FunctionCode = "";

    public Employment(PersonId person, OrganisationId organisation, EmploymentTerms terms, string? remark = null) : this()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(terms.FteFraction);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(terms.FteFraction, 1m);

        (Id, PersonId, OrganisationId, Remark) = (EmploymentId.New(), person, organisation, remark);
        (FunctionCode, FteFraction, FundingStatus) = (terms.FunctionCode, terms.FteFraction, terms.FundingStatus);
        (StaffCategory, RequiredLevel, PostReference, Start) = (terms.StaffCategory, terms.RequiredLevel, terms.PostReference, terms.Start);
        (UnitId, LanguageRole) = (terms.UnitId, terms.LanguageRole);
    }

    public EmploymentId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public string FunctionCode { get; private set; }

    public decimal FteFraction { get; private set; }

    public FundingStatus FundingStatus { get; private set; }

    public StaffCategory StaffCategory { get; private set; }

    public int? RequiredLevel { get; private set; }

    /// <summary>The reference of the GECO post, as the employer writes it.</summary>
    public string? PostReference { get; private set; }

    public DateOnly Start { get; private set; }

    /// <summary>The last day, or nothing while it lasts.</summary>
    public DateOnly? End { get; private set; }

    public string? Remark { get; private set; }

    /// <summary>The establishment unit where the work is done.</summary>
    public EstablishmentUnitId? UnitId { get; private set; }

    /// <summary>In public service only.</summary>
    public LanguageRole? LanguageRole { get; private set; }

    /// <summary>The address by which this employer's list knows the person, when it is not the person's own.</summary>
    public string? WorkEmail { get; private set; }

    public EmploymentTerms Terms => new(FunctionCode, FteFraction, FundingStatus, StaffCategory, RequiredLevel, PostReference, Start, UnitId, LanguageRole);

    public bool CoversDay(DateOnly date) => Start <= date && (End is null || date <= End);

    /// <summary>Ends this row the day before the new terms begin and returns the row that follows it.</summary>
    public Employment ChangeTo(EmploymentTerms terms)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(terms.Start, Start);
        End = terms.Start.AddDays(-1);
        return new Employment(PersonId, OrganisationId, terms, Remark) { WorkEmail = WorkEmail };
    }

    /// <summary>The last day of work for this employer. A later end than the one that stands already is refused.</summary>
    public Outcome<Done> EndOn(DateOnly lastDay)
    {
        if (lastDay < Start)
            return new EndBeforeStart(Start);
        if (End is { } known && known < lastDay)
            return new AlreadyEnded(known);

        End = lastDay;
        return new Done();
    }

    /// <summary>The list of this employer goes on knowing the person by the address that it uses.</summary>
    public void KnowAs(string? workEmail) => WorkEmail = workEmail;

    /// <summary>Puts right what the same row said before: the start stays, so no history is lost.</summary>
    public void Correct(EmploymentTerms terms, string? remark)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(terms.Start, Start);
        (FunctionCode, FteFraction, FundingStatus) = (terms.FunctionCode, terms.FteFraction, terms.FundingStatus);
        (StaffCategory, RequiredLevel, PostReference, Remark) = (terms.StaffCategory, terms.RequiredLevel, terms.PostReference, remark);
        (UnitId, LanguageRole) = (terms.UnitId, terms.LanguageRole);
    }
}
