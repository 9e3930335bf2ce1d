using Training.Domain.Courses;

namespace Training.Domain.Organisations;

public readonly record struct EstablishmentUnitId(Guid Value) : IId<EstablishmentUnitId>
{
    public static EstablishmentUnitId New() => new(Guid.CreateVersion7());

    public static EstablishmentUnitId From(Guid value) => new(value);
}

/// <summary>
/// A place where people of an organisation work. The Region that is competent for paid educational leave follows the unit, not the
/// seat of the organisation and not the home of the worker.
/// </summary>
public sealed class EstablishmentUnit
{
    public const int NameMaxLength = 200;

    private EstablishmentUnit() => Name = LocalizedText.Empty;

    public EstablishmentUnit(OrganisationId organisation, LocalizedText name, EstablishmentUnitNumber? number, string? nis) : this() =>
        (Id, OrganisationId, Name, Number, Nis) = (EstablishmentUnitId.New(), organisation, name, number, nis);

    public EstablishmentUnitId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public LocalizedText Name { get; private set; }

    public EstablishmentUnitNumber? Number { get; private set; }

    /// <summary>The municipality, when it lies in one of the nineteen.</summary>
    public string? Nis { get; private set; }
}
