using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;

namespace Training.Web.Features.EmployerSettings;

/// <summary>How one employer has arranged its approvals and charges, and who can be named.</summary>
/// <param name="MaySetOwnDecisions">Only the school changes whether approvers decide on themselves, when the employer asks it to.</param>
public sealed record EmployerSettingsPage(
    OrganisationId Organisation, LocalizedText Name, EmployerSettingsForm Form, IReadOnlyList<EmployerSettingsPage.Colleague> Staff, bool MaySetOwnDecisions)
{
    public string? Refused { get; init; }

    public sealed record Colleague(PersonId Id, string Name);

    public static async Task<EmployerSettingsPage> FindAsync(
        TrainingDbContext db, OrganisationId id, EmployerSettingsForm? typed, bool maySetOwnDecisions, DateOnly today, CancellationToken ct)
    {
        var organisation = await db.Organisations.AsNoTracking().Where(o => o.Id == id).OneAsync(ct);
        var facts = (await db.EmployerSettings.AsNoTracking().SingleOrDefaultAsync(s => s.OrganisationId == id, ct))?.Facts ?? new();
        var staff = (await (
            from employment in db.Employments
            join person in db.People on employment.PersonId equals person.Id
            where employment.OrganisationId == id && employment.Start <= today && (employment.End == null || employment.End >= today) && person.Email != null
            select new { person.Id, person.FirstName, person.LastName }).Distinct().ToListAsync(ct))
            .OrderBy(p => p.LastName, StringComparer.CurrentCultureIgnoreCase).ThenBy(p => p.FirstName, StringComparer.CurrentCultureIgnoreCase);

        return new EmployerSettingsPage(
            id, organisation.Name,
            typed ?? new EmployerSettingsForm
            {
                Organisation = id.Value,
                Approver = facts.Approver?.Value,
                Escalation = facts.Escalation?.Value,
                DecideOnThemselves = facts.ApproversDecideOnThemselves,
                BillingEntity = facts.BillingEntity,
                OrderNumber = facts.OrderNumber,
            },
            [.. staff.Select(p => new Colleague(p.Id, $"{p.FirstName} {p.LastName}"))], maySetOwnDecisions);
    }
}
