using Training.Domain.Courses;
using Training.Domain.Funding;

namespace Training.Reports.Reporting;

/// <summary>What a run keeps of those whom it tells of, as it was when the run was made.</summary>
/// <param name="People">By the id of the enrolment, or of the employment for staff who need not have one.</param>
/// <param name="Sessions">By id.</param>
/// <param name="Grants">By id.</param>
public sealed record RunTraits(Dictionary<Guid, ParticipantTraits> People, Dictionary<Guid, SessionFacts> Sessions, Dictionary<Guid, GrantFacts> Grants)
{
    public RunTraits() : this([], [], [])
    {
    }
}

/// <summary>What reports say of a grant.</summary>
public sealed record GrantFacts(
    GrantId Id, string Code, LocalizedText Title, string Reference, DateOnly From, DateOnly To, string? Axis, decimal AmountEur, decimal? EurPerHour, int Priority, SignatureKind Signature, LocalizedText Mention)
{
    public static GrantFacts Of(Grant grant) => new(
        grant.Id, grant.Code, grant.Title, grant.Reference, grant.From, grant.To, grant.Axis, grant.AmountEur, grant.EurPerHour, grant.Priority, grant.Signature, grant.Mention);
}
