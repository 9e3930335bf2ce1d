using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.ChangeRecords;
using Training.Domain.Evidence;
using Training.Domain.ReportRuns;

namespace Training.Domain.Persistence.Configurations;

internal sealed class EvidenceExportConfiguration : IEntityTypeConfiguration<EvidenceExport>
{
    public void Configure(EntityTypeBuilder<EvidenceExport> export)
    {
        export.ToTable("evidence_exports").HasKey(e => e.Number);
        export.Property(e => e.Number).ValueGeneratedOnAdd();
        export.Property(e => e.Code).HasMaxLength(EvidenceExport.CodeLength);
        export.Property(e => e.Scope).HasMaxLength(EvidenceExport.ScopeMaxLength);
        export.Property(e => e.Purpose).HasMaxLength(EvidenceExport.PurposeMaxLength);
        export.Property(e => e.Sha256).HasMaxLength(Digest.Length);
        export.Property(e => e.Author).HasMaxLength(ChangeRecord.ByMaxLength);
        export.HasIndex(e => e.Code).IsUnique();
        export.HasOne<ReportRun>().WithMany().HasForeignKey(e => e.RunNumber).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EvidenceExportFileConfiguration : IEntityTypeConfiguration<EvidenceExportFile>
{
    public void Configure(EntityTypeBuilder<EvidenceExportFile> file)
    {
        file.ToTable("evidence_export_files").HasKey(f => f.ExportNumber);
        file.Property(f => f.ExportNumber).ValueGeneratedNever();
        file.HasOne<EvidenceExport>().WithOne().HasForeignKey<EvidenceExportFile>(f => f.ExportNumber).OnDelete(DeleteBehavior.Restrict);
    }
}
