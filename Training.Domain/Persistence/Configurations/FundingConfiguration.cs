using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.ChangeRecords;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Funding;
using Training.Domain.Sessions;

namespace Training.Domain.Persistence.Configurations;

internal sealed class ProgrammeConfiguration : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> programme)
    {
        programme.Property(p => p.Id).ValueGeneratedNever();
        programme.Property(p => p.Code).HasMaxLength(Programme.CodeMaxLength);
        programme.HasIndex(p => p.Code).IsUnique();
        programme.LocalizedText(p => p.Name, Programme.NameMaxLength);
        programme.HasOne<Funder>().WithMany().HasForeignKey(p => p.FunderCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GrantConfiguration : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> grant)
    {
        grant.ToTable("grants", table => table.HasCheckConstraint("ck_grants_budget", "budget_minutes >= 0 and from_day <= to_day"));
        grant.Property(g => g.Id).ValueGeneratedNever();
        grant.Property(g => g.Code).HasMaxLength(Grant.CodeMaxLength);
        grant.Property(g => g.Reference).HasMaxLength(Grant.TextMaxLength);
        grant.Property(g => g.Axis).HasMaxLength(Grant.TextMaxLength);
        grant.Property(g => g.EvidenceRules).HasMaxLength(Grant.RulesMaxLength);
        grant.Property(g => g.OnlyTheme).HasMaxLength(Theme.CodeMaxLength);
        grant.Property(g => g.From).HasColumnName("from_day");
        grant.Property(g => g.To).HasColumnName("to_day");
        grant.Property(g => g.Version).IsConcurrencyToken();
        grant.HasIndex(g => g.Code).IsUnique();
        grant.LocalizedText(g => g.Title, Grant.TextMaxLength);
        grant.LocalizedText(g => g.Mention, Grant.RulesMaxLength);
        grant.HasOne<Programme>().WithMany().HasForeignKey(g => g.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        grant.HasOne<Theme>().WithMany().HasForeignKey(g => g.OnlyTheme).OnDelete(DeleteBehavior.Restrict);
        grant.HasMany(g => g.Deadlines).WithOne().HasForeignKey(d => d.GrantId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GrantDeadlineConfiguration : IEntityTypeConfiguration<GrantDeadline>
{
    public void Configure(EntityTypeBuilder<GrantDeadline> deadline)
    {
        deadline.ToTable("grant_deadlines");
        deadline.Property(d => d.Id).ValueGeneratedNever();
        deadline.Property(d => d.On).HasColumnName("due_on");
        deadline.LocalizedText(d => d.What, Grant.TextMaxLength);
        deadline.HasIndex(d => d.On);
    }
}

internal sealed class AllocationLineConfiguration : IEntityTypeConfiguration<AllocationLine>
{
    public void Configure(EntityTypeBuilder<AllocationLine> line)
    {
        // A table whose name sorts before attendance_marks: what is taken back is written before the mark that says why.
        line.ToTable("allocation_lines", table => table.HasCheckConstraint("ck_allocation_lines_minutes", "minutes <> 0"));
        line.Property(l => l.Id).ValueGeneratedNever();
        line.Property(l => l.Reason).HasMaxLength(AllocationLine.ReasonMaxLength);
        line.Property(l => l.RecordedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        line.Ignore(l => l.Place);
        line.HasIndex(l => new { l.EnrolmentId, l.SlotId, l.Basis });
        line.HasIndex(l => l.GrantId);
        line.HasOne<Grant>().WithMany().HasForeignKey(l => l.GrantId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<Enrolment>().WithMany().HasForeignKey(l => l.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<TeachingSlot>().WithMany().HasForeignKey(l => l.SlotId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<GrantClaim>().WithMany().HasForeignKey(l => l.OfClaimId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AllocationReviewConfiguration : IEntityTypeConfiguration<AllocationReview>
{
    public void Configure(EntityTypeBuilder<AllocationReview> review)
    {
        review.ToTable("allocation_reviews", table => table.HasCheckConstraint("ck_allocation_reviews_minutes", "minutes > 0"));
        review.Property(r => r.Id).ValueGeneratedNever();
        review.Property(r => r.Reason).HasMaxLength(AllocationLine.ReasonMaxLength);
        review.Property(r => r.RecordedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        review.Ignore(r => r.Place);
        review.HasIndex(r => new { r.EnrolmentId, r.SlotId, r.Basis });
        review.HasOne<Grant>().WithMany().HasForeignKey(r => r.GrantId).OnDelete(DeleteBehavior.Restrict);
        review.HasOne<Enrolment>().WithMany().HasForeignKey(r => r.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
        review.HasOne<TeachingSlot>().WithMany().HasForeignKey(r => r.SlotId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AllocationDecisionConfiguration : IEntityTypeConfiguration<AllocationDecision>
{
    public void Configure(EntityTypeBuilder<AllocationDecision> decision)
    {
        decision.ToTable("allocation_decisions");
        decision.Property(d => d.Id).ValueGeneratedNever();
        decision.Property(d => d.Reason).HasMaxLength(AllocationLine.ReasonMaxLength);
        decision.Property(d => d.RecordedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        decision.HasIndex(d => d.ReviewId).IsUnique();
        decision.HasOne<AllocationReview>().WithMany().HasForeignKey(d => d.ReviewId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GrantClaimConfiguration : IEntityTypeConfiguration<GrantClaim>
{
    public void Configure(EntityTypeBuilder<GrantClaim> claim)
    {
        claim.ToTable("grant_claims");
        claim.Property(c => c.Id).ValueGeneratedNever();
        claim.Property(c => c.RecordedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        claim.HasIndex(c => new { c.GrantId, c.Number }).IsUnique();
        claim.HasOne<Grant>().WithMany().HasForeignKey(c => c.GrantId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GrantClaimLineConfiguration : IEntityTypeConfiguration<GrantClaimLine>
{
    public void Configure(EntityTypeBuilder<GrantClaimLine> line)
    {
        // Never a line in two claims.
        line.ToTable("grant_claim_lines").HasKey(l => l.AllocationLineId);
        line.Property(l => l.AllocationLineId).ValueGeneratedNever();
        line.HasIndex(l => l.ClaimId);
        line.HasOne<AllocationLine>().WithMany().HasForeignKey(l => l.AllocationLineId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<GrantClaim>().WithMany().HasForeignKey(l => l.ClaimId).OnDelete(DeleteBehavior.Restrict);
    }
}
