using Training.Domain.Courses;

namespace Training.Domain.Organisations;

public readonly record struct OrganisationId(Guid Value) : IId<OrganisationId>
{
    public static OrganisationId New() => new(Guid.CreateVersion7());

    public static OrganisationId From(Guid value) => new(value);
}

public enum OrganisationType
{
    Association,
    Municipality,
    Cpas,
    PoliceZone,
    RegionalBody,
    SocialHousing,
    School,
    Other,
}

/// <summary>In which language an employer is written to; bilingual employers get both.</summary>
public enum LanguageRegime
{
    Fr,
    Nl,
    Bilingual,
}

/// <summary>
/// What is known of an organisation apart from its code. The average head-count is over the days from <paramref name="AverageFteFrom"/> to
/// <paramref name="AverageFteTo"/>; a joint committee is written as its number, <c>329.02</c>.
/// </summary>
public sealed record OrganisationFacts(
    OrganisationType Type,
    LocalizedText Name,
    EnterpriseNumber? EnterpriseNumber,
    string? Nis,
    LanguageRegime LanguageRegime,
    string SectorCode,
    decimal? AverageFte,
    DateOnly? AverageFteFrom = null,
    DateOnly? AverageFteTo = null,
    string? JointCommittee = null);

/// <summary>An employer whose staff follow training.</summary>
public sealed class Organisation
{
    public const int CodeMaxLength = 20;
    public const int NameMaxLength = 200;
    public const int JointCommitteeMaxLength = 10;

    private Organisation() => (Code, Name, SectorCode) = ("", LocalizedText.Empty, "");

    public Organisation(string code, OrganisationFacts facts) : this()
    {
        (Id, Code) = (OrganisationId.New(), code);
        Restate(facts);
    }

    public OrganisationId Id { get; private set; }

    public string Code { get; private set; }

    public OrganisationType Type { get; private set; }

    public LocalizedText Name { get; private set; }

    public EnterpriseNumber? EnterpriseNumber { get; private set; }

    public string? Nis { get; private set; }

    public LanguageRegime LanguageRegime { get; private set; }

    public string SectorCode { get; private set; }

    /// <summary>Average head-count in full-time equivalents; decides the federal training right.</summary>
    public decimal? AverageFte { get; private set; }

    public DateOnly? AverageFteFrom { get; private set; }

    public DateOnly? AverageFteTo { get; private set; }

    /// <summary>The number of the joint committee, for private employers.</summary>
    public string? JointCommittee { get; private set; }

    /// <summary>The organisation that this one turned out to be: everything of it lies there, and this row is kept for its past.</summary>
    public OrganisationId? MergedIntoId { get; private set; }

    /// <summary>Local authorities and regional bodies: their staff are in public service.</summary>
    public bool IsPublicService => Type is OrganisationType.Municipality or OrganisationType.Cpas
        or OrganisationType.PoliceZone or OrganisationType.RegionalBody;

    /// <summary>True when something changed.</summary>
    public bool Restate(OrganisationFacts facts)
    {
        var before = Facts;
        (Type, Name, EnterpriseNumber, Nis) = (facts.Type, facts.Name, facts.EnterpriseNumber, facts.Nis);
        (LanguageRegime, SectorCode, AverageFte) = (facts.LanguageRegime, facts.SectorCode, facts.AverageFte);
        (AverageFteFrom, AverageFteTo, JointCommittee) = (facts.AverageFteFrom, facts.AverageFteTo, facts.JointCommittee);
        return before != Facts;
    }

    public void MergeInto(OrganisationId other) => MergedIntoId = other;

    public void Unmerge() => MergedIntoId = null;

    public OrganisationFacts Facts =>
        new(Type, Name, EnterpriseNumber, Nis, LanguageRegime, SectorCode, AverageFte, AverageFteFrom, AverageFteTo, JointCommittee);
}
