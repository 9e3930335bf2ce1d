using Training.Domain.Funding;
using Training.Domain.Organisations;

namespace Training.Domain.Accounts;

public readonly record struct RoleGrantId(Guid Value) : IId<RoleGrantId>
{
    public static RoleGrantId New() => new(Guid.CreateVersion7());

    public static RoleGrantId From(Guid value) => new(value);
}

/// <summary>
/// Within what a role is held: an organisation for training officers and approvers, a funder for funder readers, nothing for the
/// others, whose scope follows from the role.
/// </summary>
public sealed record RoleScope(OrganisationId? Organisation = null, string? FunderCode = null, bool ShowsNames = false)
{
    public static readonly RoleScope Everywhere = new();

    /// <summary>Whether a grant of the role says what such a grant must say, and nothing more.</summary>
    public bool Fits(Role role) => role switch
    {
        Role.Participant => false,
        Role.Officer or Role.Approver => Organisation is not null && FunderCode is null && !ShowsNames,
        Role.Funder => Organisation is null && FunderCode is not null,
        _ => Organisation is null && FunderCode is null && !ShowsNames,
    };
}

/// <summary>A role that an account holds within a scope, from a day on and perhaps until one. It is ended, never deleted.</summary>
public sealed class RoleGrant
{
    private RoleGrant() => GrantedBy = "";

    public RoleGrant(AccountId account, Role role, RoleScope scope, DateOnly from, string grantedBy, DateTimeOffset now) : this()
    {
        if (!scope.Fits(role))
            throw new ArgumentException($"This is no scope for the role {role}.", nameof(scope));

        (Id, AccountId, Role) = (RoleGrantId.New(), account, role);
        (OrganisationId, FunderCode, ShowsNames) = (scope.Organisation, scope.FunderCode, scope.ShowsNames);
        (From, GrantedBy, RecordedAt) = (from, grantedBy, now);
    }

    public RoleGrantId Id { get; private set; }

    public AccountId AccountId { get; private set; }

    public Role Role { get; private set; }

    /// <summary>The organisation of a training officer or approver.</summary>
    public OrganisationId? OrganisationId { get; private set; }

    /// <summary>The <see cref="Funder"/> of a funder reader.</summary>
    public string? FunderCode { get; private set; }

    /// <summary>Whether a funder reader sees names instead of codes.</summary>
    public bool ShowsNames { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day on which it holds, or nothing while no end is known.</summary>
    public DateOnly? To { get; private set; }

    public string GrantedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public int Version { get; private set; }

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>Takes the role back from today on: yesterday was the last day.</summary>
    public void EndOn(DateOnly lastDay) => (To, Version) = (lastDay, Version + 1);
}
