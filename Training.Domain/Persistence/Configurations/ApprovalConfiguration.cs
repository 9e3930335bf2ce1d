using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Approvals;
using Training.Domain.ChangeRecords;
using Training.Domain.Enrolments;
using Training.Domain.Inbox;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Sessions;

namespace Training.Domain.Persistence.Configurations;

internal sealed class EmployerSettingsConfiguration : IEntityTypeConfiguration<EmployerSettings>
{
    public void Configure(EntityTypeBuilder<EmployerSettings> settings)
    {
        settings.ToTable("employer_settings").HasKey(s => s.OrganisationId);
        settings.Property(s => s.OrganisationId).ValueGeneratedNever();
        settings.Property(s => s.BillingEntity).HasMaxLength(EmployerSettings.BillingEntityMaxLength);
        settings.Property(s => s.OrderNumber).HasMaxLength(EmployerSettings.OrderNumberMaxLength);
        settings.Ignore(s => s.Facts);
        settings.HasOne<Organisation>().WithOne().HasForeignKey<EmployerSettings>(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        settings.HasOne<Person>().WithMany().HasForeignKey(s => s.ApproverId).OnDelete(DeleteBehavior.Restrict);
        settings.HasOne<Person>().WithMany().HasForeignKey(s => s.EscalationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ApprovalAskConfiguration : IEntityTypeConfiguration<ApprovalAsk>
{
    public void Configure(EntityTypeBuilder<ApprovalAsk> ask)
    {
        ask.ToTable("approval_asks");
        ask.Property(a => a.Id).ValueGeneratedNever();
        ask.HasIndex(a => new { a.EnrolmentId, a.RequestedAt, a.Kind, a.RecipientId }).IsUnique();
        ask.HasOne<Enrolment>().WithMany().HasForeignKey(a => a.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
        ask.HasOne<Person>().WithMany().HasForeignKey(a => a.RecipientId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InboxClaimConfiguration : IEntityTypeConfiguration<InboxClaim>
{
    public void Configure(EntityTypeBuilder<InboxClaim> claim)
    {
        claim.ToTable("inbox_claims").HasKey(c => new { c.Kind, c.ItemId });
        claim.Property(c => c.Kind).HasMaxLength(InboxClaim.KindMaxLength);
        claim.Property(c => c.ClaimedBy).HasMaxLength(ChangeRecord.ByMaxLength);
    }
}

internal sealed class UnknownEmployerConfiguration : IEntityTypeConfiguration<UnknownEmployer>
{
    public void Configure(EntityTypeBuilder<UnknownEmployer> employer)
    {
        employer.ToTable("unknown_employers");
        employer.Property(e => e.Id).ValueGeneratedNever();
        employer.Property(e => e.Organisation).HasMaxLength(Organisation.NameMaxLength);
        employer.Property(e => e.FirstName).HasMaxLength(Person.NameMaxLength);
        employer.Property(e => e.LastName).HasMaxLength(Person.NameMaxLength);
        employer.Property(e => e.Email).HasMaxLength(Person.EmailMaxLength);
        employer.Property(e => e.Outcome).HasMaxLength(UnknownEmployer.OutcomeMaxLength);
        employer.Property(e => e.SettledBy).HasMaxLength(ChangeRecord.ByMaxLength);
        employer.HasOne<Session>().WithMany().HasForeignKey(e => e.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}
