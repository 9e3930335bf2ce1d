using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Devices;
using Training.Domain.Attendance.Justifications;
using Training.Domain.Attendance.Seals;
using Training.Domain.Attendance.Watch;
using Training.Domain.ChangeRecords;
using Training.Domain.Enrolments;
using Training.Domain.Sessions;

namespace Training.Domain.Persistence.Configurations;

internal sealed class SentMarkConfiguration : IEntityTypeConfiguration<SentMark>
{
    public void Configure(EntityTypeBuilder<SentMark> sent)
    {
        // The key is the last word on "nothing twice", however often a device sends.
        sent.ToTable("sent_marks").HasKey(s => s.Key);
        sent.Property(s => s.Key).ValueGeneratedNever();
        sent.Property(s => s.Said).HasMaxLength(SentMark.SaidMaxLength);
        sent.Property(s => s.RecordedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        sent.HasIndex(s => s.RegisterId);
        sent.HasOne<HalfDayRegister>().WithMany().HasForeignKey(s => s.RegisterId).OnDelete(DeleteBehavior.Restrict);
        sent.HasOne<Enrolment>().WithMany().HasForeignKey(s => s.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UnlistedPersonConfiguration : IEntityTypeConfiguration<UnlistedPerson>
{
    public void Configure(EntityTypeBuilder<UnlistedPerson> person)
    {
        person.ToTable("unlisted_persons");
        person.Property(p => p.Id).ValueGeneratedNever();
        person.Property(p => p.Name).HasMaxLength(UnlistedPerson.NameMaxLength);
        person.Property(p => p.Note).HasMaxLength(UnlistedPerson.NoteMaxLength);
        person.Property(p => p.RecordedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        person.Property(p => p.SettledBy).HasMaxLength(ChangeRecord.ByMaxLength);
        person.Property(p => p.Version).IsConcurrencyToken();
        person.HasIndex(p => p.RegisterId);
        person.HasOne<HalfDayRegister>().WithMany().HasForeignKey(p => p.RegisterId).OnDelete(DeleteBehavior.Restrict);
        person.HasOne<Enrolment>().WithMany().HasForeignKey(p => p.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RegisterSealConfiguration : IEntityTypeConfiguration<RegisterSeal>
{
    public void Configure(EntityTypeBuilder<RegisterSeal> seal)
    {
        seal.ToTable("register_seals");
        seal.Property(s => s.Id).ValueGeneratedNever();
        seal.Property(s => s.Seal).HasMaxLength(HalfDayRegister.SealLength);
        seal.Property(s => s.PreviousSeal).HasMaxLength(HalfDayRegister.SealLength);
        seal.Property(s => s.RecordedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        seal.Ignore(s => s.Lines);

        // A chain does not fork: of two writers of the same link one fails.
        seal.HasIndex(s => new { s.SessionId, s.Sequence }).IsUnique();
        seal.HasIndex(s => s.RegisterId);
        seal.HasOne<Session>().WithMany().HasForeignKey(s => s.SessionId).OnDelete(DeleteBehavior.Restrict);
        seal.HasOne<HalfDayRegister>().WithMany().HasForeignKey(s => s.RegisterId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class JustificationRequestConfiguration : IEntityTypeConfiguration<JustificationRequest>
{
    public void Configure(EntityTypeBuilder<JustificationRequest> request)
    {
        request.ToTable("justification_requests");
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.From).HasColumnName("from_time");
        request.Property(r => r.To).HasColumnName("to_time");
        request.Property(r => r.SentBy).HasMaxLength(ChangeRecord.ByMaxLength);
        request.Property(r => r.DecidedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        request.Property(r => r.Note).HasMaxLength(JustificationRequest.NoteMaxLength);
        request.Property(r => r.Version).IsConcurrencyToken();
        request.Ignore(r => r.Hours);
        request.HasIndex(r => new { r.EnrolmentId, r.Date });
        request.HasIndex(r => r.Decision);
        request.HasOne<Enrolment>().WithMany().HasForeignKey(r => r.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class JustificationDocumentConfiguration : IEntityTypeConfiguration<JustificationDocument>
{
    public void Configure(EntityTypeBuilder<JustificationDocument> document)
    {
        document.ToTable("justification_documents").HasKey(d => d.RequestId);
        document.Property(d => d.RequestId).ValueGeneratedNever();
        document.Property(d => d.Name).HasMaxLength(DocumentFiles.NameMaxLength);
        document.Property(d => d.ContentType).HasMaxLength(DocumentFiles.ContentTypeMaxLength);
        document.HasOne<JustificationRequest>().WithOne().HasForeignKey<JustificationDocument>(d => d.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MarkContestConfiguration : IEntityTypeConfiguration<MarkContest>
{
    public void Configure(EntityTypeBuilder<MarkContest> contest)
    {
        contest.ToTable("mark_contests");
        contest.Property(c => c.Id).ValueGeneratedNever();
        contest.Property(c => c.Statement).HasMaxLength(MarkContest.TextMaxLength);
        contest.Property(c => c.Answer).HasMaxLength(MarkContest.TextMaxLength);
        contest.Property(c => c.SentBy).HasMaxLength(ChangeRecord.ByMaxLength);
        contest.Property(c => c.AnsweredBy).HasMaxLength(ChangeRecord.ByMaxLength);
        contest.Property(c => c.Version).IsConcurrencyToken();
        contest.HasIndex(c => new { c.EnrolmentId, c.RegisterId }).IsUnique();
        contest.HasIndex(c => c.SentAt).HasFilter("answered_at is null");
        contest.HasOne<Enrolment>().WithMany().HasForeignKey(c => c.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
        contest.HasOne<HalfDayRegister>().WithMany().HasForeignKey(c => c.RegisterId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AttendanceWarningConfiguration : IEntityTypeConfiguration<AttendanceWarning>
{
    public void Configure(EntityTypeBuilder<AttendanceWarning> warning)
    {
        warning.ToTable("attendance_warnings").HasKey(w => new { w.EnrolmentId, w.State });
        warning.HasOne<Enrolment>().WithMany().HasForeignKey(w => w.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
