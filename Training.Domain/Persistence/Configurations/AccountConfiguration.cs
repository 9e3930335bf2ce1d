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
