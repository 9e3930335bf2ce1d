using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Accounts;
using Training.Domain.ChangeRecords;
using Training.Domain.ReportRuns;
using Training.Domain.ReportSubscriptions;

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

internal sealed class ReportSubscriptionConfiguration : IEntityTypeConfiguration<ReportSubscription>
{
    public void Configure(EntityTypeBuilder<ReportSubscription> subscription)
    {
        subscription.Property(s => s.Id).ValueGeneratedNever();
        subscription.Property(s => s.Report).HasMaxLength(ReportRun.ReportMaxLength);
        subscription.Property(s => s.Choices).HasMaxLength(ReportRun.QuestionMaxLength);
        subscription.Property(s => s.Rule).HasMaxLength(ReportSubscription.RuleMaxLength);
        subscription.Property(s => s.MadeBy).HasMaxLength(ChangeRecord.ByMaxLength);
        subscription.Property(s => s.Fault).HasMaxLength(ReportSubscription.FaultMaxLength);
        subscription.Property(s => s.Version).IsConcurrencyToken();
        subscription.HasMany(s => s.Readers).WithOne().HasForeignKey(r => r.SubscriptionId).OnDelete(DeleteBehavior.Cascade);
        subscription.HasOne<ReportRun>().WithMany().HasForeignKey(s => s.LastRun).OnDelete(DeleteBehavior.Restrict);
        subscription.HasIndex(s => s.TryAt).HasFilter("stopped_at is null");
    }
}

internal sealed class ReportSubscriptionReaderConfiguration : IEntityTypeConfiguration<ReportSubscriptionReader>
{
    public void Configure(EntityTypeBuilder<ReportSubscriptionReader> reader)
    {
        reader.ToTable("report_subscription_readers");
        reader.HasKey(r => new { r.SubscriptionId, r.AccountId });
        reader.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
