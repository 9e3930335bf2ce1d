using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Accounts;
using Training.Domain.ChangeRecords;
using Training.Domain.Funding;
using Training.Domain.Organisations;
using Training.Domain.People;

namespace Training.Domain.Persistence.Configurations;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.Property(a => a.Id).ValueGeneratedNever();
        account.Property(a => a.Name).HasMaxLength(Account.NameMaxLength);
        account.Property(a => a.Version).IsConcurrencyToken();
        account.HasIndex(a => a.PersonId).IsUnique();
        account.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SignInIdentityConfiguration : IEntityTypeConfiguration<SignInIdentity>
{
    public void Configure(EntityTypeBuilder<SignInIdentity> identity)
    {
        identity.Ignore(i => i.IsEntra);
        identity.HasKey(i => new { i.Issuer, i.Subject });
        identity.Property(i => i.Issuer).HasMaxLength(SignInIdentity.IssuerMaxLength);
        identity.Property(i => i.Subject).HasMaxLength(SignInIdentity.SubjectMaxLength);
        identity.HasOne<Account>().WithMany().HasForeignKey(i => i.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoleGrantConfiguration : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> grant)
    {
        grant.ToTable("role_grants", table =>
        {
            table.HasCheckConstraint("ck_role_grants_scope",
                "(role in ('Officer', 'Approver') and organisation_id is not null and funder_code is null) "
                + "or (role = 'Funder' and funder_code is not null and organisation_id is null) "
                + "or (role in ('Trainer', 'Planner', 'Manager', 'Administrator') and organisation_id is null and funder_code is null)");
            table.HasCheckConstraint("ck_role_grants_names", "role = 'Funder' or not shows_names");
        });
        grant.Property(g => g.Id).ValueGeneratedNever();
        grant.Property(g => g.From).HasColumnName("valid_from");
        grant.Property(g => g.To).HasColumnName("valid_to");
        grant.Property(g => g.FunderCode).HasMaxLength(Funder.CodeMaxLength);
        grant.Property(g => g.GrantedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        grant.Property(g => g.Version).IsConcurrencyToken();
        grant.HasIndex(g => g.AccountId);
        grant.HasOne<Account>().WithMany().HasForeignKey(g => g.AccountId).OnDelete(DeleteBehavior.Restrict);
        grant.HasOne<Organisation>().WithMany().HasForeignKey(g => g.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        grant.HasOne<Funder>().WithMany().HasForeignKey(g => g.FunderCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AccessRequestConfiguration : IEntityTypeConfiguration<AccessRequest>
{
    public void Configure(EntityTypeBuilder<AccessRequest> request)
    {
        request.ToTable("access_requests", table =>
        {
            table.HasCheckConstraint("ck_access_requests_employer", "(organisation_id is null) <> (employer_name is null)");
            table.HasCheckConstraint("ck_access_requests_decision",
                "(decided_at is null and account_id is null and answer is null) or (decided_at is not null and (account_id is null) <> (answer is null))");
        });
        request.Ignore(r => r.Key);
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.Issuer).HasMaxLength(SignInIdentity.IssuerMaxLength);
        request.Property(r => r.Subject).HasMaxLength(SignInIdentity.SubjectMaxLength);
        request.Property(r => r.FirstName).HasMaxLength(Person.NameMaxLength);
        request.Property(r => r.LastName).HasMaxLength(Person.NameMaxLength);
        request.Property(r => r.Email).HasMaxLength(Person.EmailMaxLength);
        request.Property(r => r.EmployerName).HasMaxLength(Organisation.NameMaxLength);
        request.Property(r => r.Reason).HasMaxLength(AccessRequest.ReasonMaxLength);
        request.Property(r => r.Answer).HasMaxLength(AccessRequest.AnswerMaxLength);
        request.Property(r => r.DecidedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        request.Property(r => r.Version).IsConcurrencyToken();
        request.HasIndex(r => new { r.Issuer, r.Subject }).IsUnique().HasFilter("decided_at is null");
        request.HasOne<Organisation>().WithMany().HasForeignKey(r => r.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        request.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.Property(i => i.Id).ValueGeneratedNever();
        invitation.Property(i => i.CodeDigest).HasMaxLength(Digest.Length);
        invitation.Property(i => i.Address).HasMaxLength(Invitation.AddressMaxLength);
        invitation.Property(i => i.InvitedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        invitation.Property(i => i.Version).IsConcurrencyToken();
        invitation.HasIndex(i => i.CodeDigest).IsUnique();
        invitation.HasIndex(i => i.AccountId);
        invitation.HasOne<Account>().WithMany().HasForeignKey(i => i.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
