namespace Training.Web.Features.ChangeRecords;

/// <summary>What to look for in the record of changes; whatever is left out is not asked.</summary>
public sealed class ChangeFilter
{
    public string? By { get; set; }

    /// <summary>The name of a person, or the code of an organisation, course or session.</summary>
    public string? About { get; set; }

    public string? Kind { get; set; }

    public Guid? Id { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public int Page { get; set; } = 1;

    public bool IsEmpty => string.IsNullOrWhiteSpace(By) && string.IsNullOrWhiteSpace(About) && string.IsNullOrWhiteSpace(Kind) && Id is null && From is null && To is null;
}
