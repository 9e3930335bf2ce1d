using Training.Domain.Organisations;

namespace Training.Domain.TimeRelease;

public readonly record struct SchemeAdoptionId(Guid Value) : IId<SchemeAdoptionId>
{
    public static SchemeAdoptionId From(Guid value) => new(value);
}

/// <summary>An employer's decision to apply a scheme's cap, with the day from which it holds and the document that says so.</summary>
public sealed class SchemeAdoption
{
    public const int DocumentMaxLength = 200;

    private SchemeAdoption() => (Scheme, Document, RecordedBy) = ("", "", "");

    public SchemeAdoption(OrganisationId organisation, string scheme, DateOnly from, string document, string by, DateTimeOffset now)
    {
        (Id, OrganisationId, Scheme) = (new SchemeAdoptionId(Guid.CreateVersion7()), organisation, scheme);
        (From, Document, RecordedBy, RecordedAt) = (from, document, by, now);
    }

    public SchemeAdoptionId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public string Scheme { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    public string Document { get; private set; }

    public string RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Adopted on any day of a year, it caps that whole year: a balance is of a year, not of a part of one.</summary>
    public bool HoldsIn(TimeReleaseYear year) => From <= year.Last && (To is null || To >= year.First);
}
