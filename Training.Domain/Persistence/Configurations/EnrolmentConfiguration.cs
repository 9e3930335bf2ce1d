using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Approvals;
using Training.Domain.ChangeRecords;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Domain.TimeRelease;

namespace Training.Domain.Persistence.Configurations;

internal sealed class EnrolmentConfiguration : IEntityTypeConfiguration<Enrolment>
{
    public void Configure(EntityTypeBuilder<Enrolment> enrolment)
    {
        // Who has left or waits holds no seat; a seat kept for a colleague is held by nobody.
        enrolment.ToTable("enrolments", table =>
        {
            table.HasCheckConstraint(
                "ck_enrolments_seat",
                "not holds_seat or status in ('EmployerPending', 'Confirmed', 'Invited', 'Completed', 'BelowThreshold', 'NoShow')");
            table.HasCheckConstraint("ck_enrolments_seat_kept", "not seat_kept or (status = 'WithdrawnLate' and not holds_seat)");
        });
        enrolment.Property(e => e.Id).ValueGeneratedNever();
        enrolment.Property(e => e.Scheme).HasMaxLength(Schemes.CodeMaxLength);
        enrolment.Property(e => e.RequestedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        enrolment.Property(e => e.Version).IsConcurrencyToken();
        enrolment.Ignore(e => e.IsOver).Ignore(e => e.MayAskAgain);

        // One row for life per person and session.
        enrolment.HasIndex(e => new { e.SessionId, e.PersonId }).IsUnique();
        enrolment.HasIndex(e => new { e.OrganisationId, e.Status });
        enrolment.HasIndex(e => new { e.Status, e.SessionId, e.Id });
        enrolment.HasIndex(e => e.PersonId);
        enrolment.HasIndex(e => e.HeldUntil);

        // A place in a list is kept once.
        enrolment.HasIndex(e => e.KeepsPriorityOf).IsUnique();
        enrolment.HasOne<Enrolment>().WithMany().HasForeignKey(e => e.KeepsPriorityOf).OnDelete(DeleteBehavior.Restrict);
        enrolment.HasOne<Enrolment>().WithMany().HasForeignKey(e => e.Replaces).OnDelete(DeleteBehavior.Restrict);
        enrolment.HasOne<Session>().WithMany().HasForeignKey(e => e.SessionId).OnDelete(DeleteBehavior.Restrict);
        enrolment.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
        enrolment.HasOne<Organisation>().WithMany().HasForeignKey(e => e.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        enrolment.HasOne<Employment>().WithMany().HasForeignKey(e => e.EmploymentId).OnDelete(DeleteBehavior.Restrict);
        enrolment.HasMany(e => e.Transitions).WithOne().HasForeignKey(t => t.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EnrolmentTransitionConfiguration : IEntityTypeConfiguration<EnrolmentTransition>
{
    public void Configure(EntityTypeBuilder<EnrolmentTransition> transition)
    {
        transition.ToTable("enrolment_transitions");
        transition.Property(t => t.Id).ValueGeneratedNever();
        transition.Property(t => t.From).HasColumnName("from_status");
        transition.Property(t => t.To).HasColumnName("to_status");
        transition.Property(t => t.By).HasColumnName("recorded_by").HasMaxLength(ChangeRecord.ByMaxLength);
        transition.Property(t => t.Reason).HasMaxLength(EnrolmentTransition.ReasonMaxLength);
    }
}

internal sealed class InterestEntryConfiguration : IEntityTypeConfiguration<InterestEntry>
{
    public void Configure(EntityTypeBuilder<InterestEntry> interest)
    {
        interest.ToTable("interest_entries");
        interest.Property(i => i.Id).ValueGeneratedNever();
        interest.HasIndex(i => new { i.CourseId, i.PersonId }).IsUnique();
        interest.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
        interest.HasOne<Course>().WithMany().HasForeignKey(i => i.CourseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ChargeLineConfiguration : IEntityTypeConfiguration<ChargeLine>
{
    public void Configure(EntityTypeBuilder<ChargeLine> charge)
    {
        charge.Property(c => c.Id).ValueGeneratedNever();
        charge.Property(c => c.RecordedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        charge.Property(c => c.Reason).HasMaxLength(ChargeLine.ReasonMaxLength);
        charge.HasOne<Enrolment>().WithMany().HasForeignKey(c => c.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
        charge.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ChargeBillingConfiguration : IEntityTypeConfiguration<ChargeBilling>
{
    public void Configure(EntityTypeBuilder<ChargeBilling> billing)
    {
        billing.ToTable("charge_billings").HasKey(b => b.EnrolmentId);
        billing.Property(b => b.EnrolmentId).ValueGeneratedNever();
        billing.Property(b => b.BillingEntity).HasMaxLength(EmployerSettings.BillingEntityMaxLength);
        billing.Property(b => b.OrderNumber).HasMaxLength(EmployerSettings.OrderNumberMaxLength);
        billing.HasOne<Enrolment>().WithOne().HasForeignKey<ChargeBilling>(b => b.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EligibilityExceptionConfiguration : IEntityTypeConfiguration<EligibilityException>
{
    public void Configure(EntityTypeBuilder<EligibilityException> exception)
    {
        exception.ToTable("eligibility_exceptions");
        exception.Property(e => e.Id).ValueGeneratedNever();
        exception.Property(e => e.Reason).HasMaxLength(EligibilityException.ReasonMaxLength);
        exception.Property(e => e.GrantedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        exception.HasIndex(e => new { e.SessionId, e.PersonId });
        exception.HasOne<Session>().WithMany().HasForeignKey(e => e.SessionId).OnDelete(DeleteBehavior.Restrict);
        exception.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
