using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.ChangeRecords;
using Training.Domain.ReportRuns;

namespace Training.Domain.Persistence.Configurations;

internal sealed class ReportRunConfiguration : IEntityTypeConfiguration<ReportRun>
{
    public void Configure(EntityTypeBuilder<ReportRun> run)
    {
        run.ToTable("report_runs").HasKey(r => r.Number);
        run.Property(r => r.Number).ValueGeneratedOnAdd();
        run.Property(r => r.Report).HasMaxLength(ReportRun.ReportMaxLength);
        run.Property(r => r.Question).HasMaxLength(ReportRun.QuestionMaxLength);
        run.Property(r => r.TemplateVersion).HasMaxLength(ReportRun.VersionMaxLength);
        run.Property(r => r.Author).HasMaxLength(ChangeRecord.ByMaxLength);
        run.Property(r => r.Digest).HasMaxLength(ReportRun.DigestLength);
        run.HasIndex(r => new { r.Report, r.Digest });
    }
}

internal sealed class ReportRunTraitsConfiguration : IEntityTypeConfiguration<ReportRunTraits>
{
    public void Configure(EntityTypeBuilder<ReportRunTraits> traits)
    {
        traits.ToTable("report_run_traits").HasKey(t => t.RunNumber);
        traits.Property(t => t.RunNumber).ValueGeneratedNever();
        traits.HasOne<ReportRun>().WithOne().HasForeignKey<ReportRunTraits>(t => t.RunNumber).OnDelete(DeleteBehavior.Restrict);
    }
}
