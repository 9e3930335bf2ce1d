using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Sheets;
using Training.Domain.ChangeRecords;
using Training.Domain.Enrolments;

namespace Training.Domain.Persistence.Configurations;

internal sealed class SheetScanConfiguration : IEntityTypeConfiguration<SheetScan>
{
    public void Configure(EntityTypeBuilder<SheetScan> scan)
    {
        scan.ToTable("sheet_scans", table => table.HasCheckConstraint("ck_sheet_scans_page", "page >= 1"));
        scan.Property(s => s.Id).ValueGeneratedNever();
        scan.Property(s => s.ContentType).HasMaxLength(DocumentFiles.ContentTypeMaxLength);
        scan.Property(s => s.Sha256).HasMaxLength(SheetScan.DigestLength);
        scan.Property(s => s.RecordedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        scan.HasIndex(s => new { s.RegisterId, s.Sha256 }).IsUnique();
        scan.HasOne<HalfDayRegister>().WithMany().HasForeignKey(s => s.RegisterId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PreparedSheetConfiguration : IEntityTypeConfiguration<PreparedSheet>
{
    public void Configure(EntityTypeBuilder<PreparedSheet> sheet)
    {
        sheet.ToTable("prepared_sheets");
        sheet.HasKey(s => s.RegisterId);
        sheet.Property(s => s.RegisterId).ValueGeneratedNever();
        sheet.HasOne<HalfDayRegister>().WithOne().HasForeignKey<PreparedSheet>(s => s.RegisterId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SignatureCheckConfiguration : IEntityTypeConfiguration<SignatureCheck>
{
    public void Configure(EntityTypeBuilder<SignatureCheck> check)
    {
        check.ToTable("signature_checks");
        check.Property(c => c.Id).ValueGeneratedNever();
        check.Property(c => c.Reason).HasMaxLength(SignatureCheck.ReasonMaxLength);
        check.Property(c => c.RecordedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        check.HasIndex(c => new { c.RegisterId, c.EnrolmentId, c.Sequence }).IsUnique();
        check.HasIndex(c => c.EnrolmentId);
        check.HasOne<HalfDayRegister>().WithMany().HasForeignKey(c => c.RegisterId).OnDelete(DeleteBehavior.Restrict);
        check.HasOne<Enrolment>().WithMany().HasForeignKey(c => c.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ScreenSignatureConfiguration : IEntityTypeConfiguration<ScreenSignature>
{
    public void Configure(EntityTypeBuilder<ScreenSignature> signature)
    {
        signature.ToTable("screen_signatures");
        signature.Property(s => s.Id).ValueGeneratedNever();
        signature.Property(s => s.Path).HasMaxLength(DrawnSignature.MaxLength);
        signature.Property(s => s.Sha256).HasMaxLength(SheetScan.DigestLength);
        signature.Property(s => s.RecordedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        signature.HasIndex(s => new { s.RegisterId, s.EnrolmentId }).IsUnique();
        // The trainer's: nothing is equal to nothing only here.
        signature.HasIndex(s => s.RegisterId).IsUnique().HasFilter("enrolment_id is null");
        signature.HasIndex(s => s.EnrolmentId);
        signature.HasOne<HalfDayRegister>().WithMany().HasForeignKey(s => s.RegisterId).OnDelete(DeleteBehavior.Restrict);
        signature.HasOne<Enrolment>().WithMany().HasForeignKey(s => s.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
