using Training.Domain.Organisations;

namespace Training.Domain.TimeRelease;

public readonly record struct YearMarkId(Guid Value) : IId<YearMarkId>
{
    public static YearMarkId From(Guid value) => new(value);
}

public enum YearStep
{
    Closed,
    Reopened,
}

/// <summary>That an employer's year under a scheme was closed or reopened, by whom and why. Only ever added.</summary>
public sealed class YearMark
{
    public const int ReasonMaxLength = 500;

    private YearMark() => (Scheme, RecordedBy) = ("", "");

    public YearMark(OrganisationId organisation, string scheme, int year, YearStep step, string by, DateTimeOffset now, string? reason = null)
    {
        (Id, OrganisationId, Scheme, Year, Step) = (new YearMarkId(Guid.CreateVersion7()), organisation, scheme, year, step);
        (RecordedBy, RecordedAt, Reason) = (by, now, reason);
    }

    public YearMarkId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public string Scheme { get; private set; }

    public int Year { get; private set; }

    public YearStep Step { get; private set; }

    public string? Reason { get; private set; }

    public string RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
