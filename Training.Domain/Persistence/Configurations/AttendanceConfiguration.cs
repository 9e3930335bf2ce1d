using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Sheets;
using Training.Domain.ChangeRecords;
using Training.Domain.Enrolments;
using Training.Domain.Sessions;

namespace Training.Domain.Persistence.Configurations;

internal sealed class HalfDayRegisterConfiguration : IEntityTypeConfiguration<HalfDayRegister>
{
    public void Configure(EntityTypeBuilder<HalfDayRegister> register)
    {
        register.ToTable("registers");
        register.Property(r => r.Id).ValueGeneratedNever();
        register.Property(r => r.ClosedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        register.Property(r => r.SealedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        register.Property(r => r.Seal).HasMaxLength(HalfDayRegister.SealLength);
        register.Property(r => r.PreviousSeal).HasMaxLength(HalfDayRegister.SealLength);
        register.Property(r => r.Version).IsConcurrencyToken();
        register.Property(r => r.Part).HasConversion<DayPartConverter>();
        register.HasIndex(r => new { r.SessionId, r.Date, r.Part }).IsUnique();
        register.Property(r => r.SheetCode).HasMaxLength(SheetPage.CodeLength);
        register.HasIndex(r => new { r.Status, r.Date, r.SessionId });
        register.HasIndex(r => r.SheetCode).IsUnique();
        register.HasOne<Session>().WithMany().HasForeignKey(r => r.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AttendanceMarkConfiguration : IEntityTypeConfiguration<AttendanceMark>
{
    public void Configure(EntityTypeBuilder<AttendanceMark> mark)
    {
        mark.ToTable("attendance_marks", table => table.HasCheckConstraint("ck_attendance_marks_minutes", "attended_minutes >= 0"));
        mark.Property(m => m.Id).ValueGeneratedNever();
        mark.Property(m => m.RecordedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        mark.Property(m => m.Reason).HasMaxLength(AttendanceMark.ReasonMaxLength);

        // Of the marks of one person in one slot, one holds today.
        mark.HasIndex(m => new { m.EnrolmentId, m.SlotId }).IsUnique().HasFilter("superseded_at is null");
        mark.HasIndex(m => m.SlotId);
        mark.HasOne<Enrolment>().WithMany().HasForeignKey(m => m.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
        mark.HasOne<TeachingSlot>().WithMany().HasForeignKey(m => m.SlotId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AbsenceRulingConfiguration : IEntityTypeConfiguration<AbsenceRuling>
{
    public void Configure(EntityTypeBuilder<AbsenceRuling> ruling)
    {
        ruling.Property(r => r.Id).ValueGeneratedNever();
        ruling.Property(r => r.From).HasColumnName("from_time");
        ruling.Property(r => r.To).HasColumnName("to_time");
        ruling.Property(r => r.RecordedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        ruling.Property(r => r.Note).HasMaxLength(AbsenceRuling.NoteMaxLength);
        ruling.Ignore(r => r.Hours);
        ruling.HasIndex(r => new { r.EnrolmentId, r.Date });
        ruling.HasOne<Enrolment>().WithMany().HasForeignKey(r => r.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
