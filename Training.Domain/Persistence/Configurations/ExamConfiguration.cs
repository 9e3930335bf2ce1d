using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Attendance.Exams;
using Training.Domain.ChangeRecords;
using Training.Domain.Courses;
using Training.Domain.Enrolments;

namespace Training.Domain.Persistence.Configurations;

internal sealed class ExamMarkConfiguration : IEntityTypeConfiguration<ExamMark>
{
    public void Configure(EntityTypeBuilder<ExamMark> mark)
    {
        mark.ToTable("exam_marks", table => table.HasCheckConstraint("ck_exam_marks_marks", "marks is null or marks >= 0"));
        mark.Property(m => m.Id).ValueGeneratedNever();
        mark.Property(m => m.SubjectCode).HasMaxLength(CourseSubject.CodeMaxLength);
        mark.Property(m => m.RecordedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        mark.Ignore(m => m.Entry);
        mark.HasIndex(m => new { m.EnrolmentId, m.SubjectCode, m.Sequence }).IsUnique();
        mark.HasOne<Enrolment>().WithMany().HasForeignKey(m => m.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
