using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Certificates;
using Training.Domain.ChangeRecords;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Sessions;

namespace Training.Domain.Persistence.Configurations;

internal sealed class CertificateConfiguration : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> certificate)
    {
        certificate.Property(c => c.Id).ValueGeneratedNever();
        certificate.Property(c => c.Number).HasMaxLength(Certificate.NumberMaxLength);
        certificate.Property(c => c.VerificationCode).HasMaxLength(Certificate.CodeLength);
        certificate.Property(c => c.IssuedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        certificate.Property(c => c.Period).HasMaxLength(Certificate.PeriodMaxLength);
        certificate.Property(c => c.RevokedAt).IsConcurrencyToken();
        certificate.Property(c => c.RevokedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        certificate.Property(c => c.RevocationReason).HasMaxLength(Certificate.ReasonMaxLength);
        certificate.Ignore(c => c.State);
        certificate.Ignore(c => c.Quarter);
        certificate.HasIndex(c => c.Number).IsUnique();
        certificate.HasIndex(c => new { c.Year, c.Sequence }).IsUnique();
        certificate.HasIndex(c => c.VerificationCode).IsUnique();

        // Never two valid certificates of a kind for one enrolment, however often the issue is started again. As the index leaves out what is
        // revoked, questions about all certificates of an enrolment need the other.
        certificate.HasIndex(c => new { c.EnrolmentId, c.Kind });
        certificate.HasIndex(c => new { c.EnrolmentId, c.Kind, c.Period }).IsUnique().HasFilter("revoked_at is null");
        certificate.HasOne<Enrolment>().WithMany().HasForeignKey(c => c.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
        certificate.ComplexProperty(c => c.Content, content =>
        {
            content.Property(c => c.PersonName).HasMaxLength((2 * Person.NameMaxLength) + 1);
            content.Property(c => c.Initials).HasMaxLength(2 * CertificateContent.MostInitials);
            content.Property(c => c.LastName).HasMaxLength(Person.NameMaxLength);
            content.Property(c => c.TitleFr).HasMaxLength(CourseVersion.TitleMaxLength);
            content.Property(c => c.TitleNl).HasMaxLength(CourseVersion.TitleMaxLength);
            content.Property(c => c.SessionCode).HasMaxLength(Session.CodeMaxLength);
            content.Property(c => c.Venue).HasMaxLength(Room.NameMaxLength);
            content.Property(c => c.PlaceFr).HasMaxLength(CertificateContent.PlaceMaxLength);
            content.Property(c => c.PlaceNl).HasMaxLength(CertificateContent.PlaceMaxLength);
            content.Property(c => c.Recognition).HasMaxLength(Parameter.ValueMaxLength);
        });
    }
}

internal sealed class CertificatePaperConfiguration : IEntityTypeConfiguration<CertificatePaper>
{
    public void Configure(EntityTypeBuilder<CertificatePaper> paper)
    {
        paper.ToTable("certificate_papers");
        paper.Property(p => p.Id).ValueGeneratedNever();
        paper.Property(p => p.Sha256).HasMaxLength(CertificatePaper.DigestLength);
        paper.Property(p => p.RecordedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        paper.HasIndex(p => p.CertificateId);
        paper.HasOne<Certificate>().WithMany().HasForeignKey(p => p.CertificateId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CertificateCounterConfiguration : IEntityTypeConfiguration<CertificateCounter>
{
    public void Configure(EntityTypeBuilder<CertificateCounter> counter)
    {
        counter.HasKey(c => c.Year);
        counter.Property(c => c.Year).ValueGeneratedNever();
        counter.Property(c => c.LastSequence).IsConcurrencyToken();
    }
}
