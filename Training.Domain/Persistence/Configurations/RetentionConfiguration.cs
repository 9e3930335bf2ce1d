using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.ChangeRecords;
using Training.Domain.Retention;

namespace Training.Domain.Persistence.Configurations;

internal sealed class DestructionListConfiguration : IEntityTypeConfiguration<DestructionList>
{
    public void Configure(EntityTypeBuilder<DestructionList> list)
    {
        list.Property(l => l.Id).ValueGeneratedNever();
        list.HasMany(l => l.Items).WithOne().HasForeignKey(i => i.ListId).OnDelete(DeleteBehavior.Restrict);
        list.HasMany(l => l.Releases).WithOne().HasForeignKey(r => r.ListId).OnDelete(DeleteBehavior.Restrict);
        list.Ignore(l => l.Summary);

        // Two who draw one up on the same day make one.
        list.HasIndex(l => l.AsOf).IsUnique().HasFilter("destroyed_at is null");
    }
}

internal sealed class DestructionItemConfiguration : IEntityTypeConfiguration<DestructionItem>
{
    public void Configure(EntityTypeBuilder<DestructionItem> item)
    {
        item.ToTable("destruction_items");
        item.HasKey(i => new { i.ListId, i.Class, i.FileId });
    }
}

internal sealed class DestructionReleaseConfiguration : IEntityTypeConfiguration<DestructionRelease>
{
    public void Configure(EntityTypeBuilder<DestructionRelease> release)
    {
        release.ToTable("destruction_releases");
        release.HasKey(r => new { r.ListId, r.ReleasedBy });
        release.Property(r => r.ReleasedBy).HasMaxLength(ChangeRecord.ByMaxLength);
    }
}
