using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.ChangeRecords;
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
        enrolment.Property(e => e.Id).ValueGeneratedNever();
        enrolment.Property(e => e.Scheme).HasMaxLength(Schemes.CodeMaxLength);
        enrolment.Property(e => e.RequestedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        enrolment.Property(e => e.Version).IsConcurrencyToken();
        enrolment.Ignore(e => e.IsOver);

        // One row for life per person and session.
        enrolment.HasIndex(e => new { e.SessionId, e.PersonId }).IsUnique();
        enrolment.HasIndex(e => new { e.OrganisationId, e.Status });
        enrolment.HasIndex(e => e.PersonId);
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

internal sealed class ChargeLineConfiguration : IEntityTypeConfiguration<ChargeLine>
{
    public void Configure(EntityTypeBuilder<ChargeLine> charge)
    {
        charge.Property(c => c.Id).ValueGeneratedNever();
        charge.Property(c => c.RecordedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        charge.HasOne<Enrolment>().WithMany().HasForeignKey(c => c.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
        charge.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
