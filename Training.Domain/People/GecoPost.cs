using Training.Domain.Organisations;

namespace Training.Domain.People;

public readonly record struct GecoPostId(Guid Value) : IId<GecoPostId>
{
    public static GecoPostId New() => new(Guid.CreateVersion7());

    public static GecoPostId From(Guid value) => new(value);
}

/// <summary>
/// What is agreed on a post. <paramref name="RequiredLevel"/> (1 primary to 5 master) is what the post asks and never what its holder has;
/// <paramref name="FteFraction"/> is above 0 and at most 1; <paramref name="AgreementReference"/> and <paramref name="PremiumType"/> are
/// free text, as no public format of either is known.
/// </summary>
public sealed record GecoPostFacts(
    int? RequiredLevel, decimal FteFraction, string? AgreementReference = null, string? PremiumType = null, DateOnly? OpenedOn = null, DateOnly? ClosedOn = null);

/// <summary>An employment in a post, over a time. Two part-time colleagues may hold one post at once.</summary>
public sealed record PostOccupancy(EmploymentId Employment, PersonId Person, decimal FteFraction, DateOnly From, DateOnly? To)
{
    public bool CoversDay(DateOnly date) => From <= date && (To is null || date <= To);
}

/// <summary>A post without a holder, and the first day on which it is lost if it stays so.</summary>
public sealed record PostVacancy(DateOnly Since, DateOnly LapsesOn);

/// <summary>
/// A subsidised (GECO/ACS) post of an association. Its occupancy is the history of the employments that bear its reference, which
/// are never overwritten: <see cref="GecoPostHistory"/> reads it.
/// </summary>
public sealed class GecoPost
{
    public const int ReferenceMaxLength = Employment.PostReferenceMaxLength;
    public const int TextMaxLength = 60;

    private GecoPost() => Reference = "";

    public GecoPost(OrganisationId organisation, string reference, GecoPostFacts facts) : this()
    {
        (Id, OrganisationId, Reference) = (GecoPostId.New(), organisation, reference);
        Restate(facts);
    }

    public GecoPostId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    /// <summary>As the employer writes it; it is unique within the employer.</summary>
    public string Reference { get; private set; }

    public string? AgreementReference { get; private set; }

    public int? RequiredLevel { get; private set; }

    public decimal FteFraction { get; private set; }

    public string? PremiumType { get; private set; }

    public DateOnly? OpenedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public GecoPostFacts Facts => new(RequiredLevel, FteFraction, AgreementReference, PremiumType, OpenedOn, ClosedOn);

    /// <summary>True when something changed.</summary>
    public bool Restate(GecoPostFacts facts)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(facts.FteFraction);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(facts.FteFraction, 1m);

        var before = Facts;
        (RequiredLevel, FteFraction, AgreementReference) = (facts.RequiredLevel, facts.FteFraction, facts.AgreementReference);
        (PremiumType, OpenedOn, ClosedOn) = (facts.PremiumType, facts.OpenedOn, facts.ClosedOn);
        return before != Facts;
    }

    /// <summary>
    /// Since when the post stands empty, or nothing when somebody holds it, when it is closed, or when it is not known ever to have been
    /// open. An empty post lapses after the months of the parameter <c>geco.vacancyMonths</c>.
    /// </summary>
    public PostVacancy? VacancyOn(DateOnly date, IReadOnlyCollection<PostOccupancy> occupancies, int lapsesAfterMonths)
    {
        if (ClosedOn <= date || occupancies.Any(held => held.CoversDay(date)))
            return null;

        var last = occupancies.Where(held => held.To < date).Max(held => held.To);
        var since = last?.AddDays(1) ?? OpenedOn;
        return since is { } first && first <= date ? new PostVacancy(first, first.AddMonths(lapsesAfterMonths)) : null;
    }
}
