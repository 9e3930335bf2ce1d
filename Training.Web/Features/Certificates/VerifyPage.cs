using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;

namespace Training.Web.Features.Certificates;

/// <summary>What anybody with the code of a certificate may know: course, dates, hours and initials.</summary>
public sealed record VerifyPage(
    string Number, string Initials, string CourseTitle, string Language, DateOnly FirstDay, DateOnly LastDay, int AttendedMinutes, DateTimeOffset IssuedAt, bool IsRevoked)
{
    public static async Task<VerifyPage?> FindAsync(TrainingDbContext db, string code, CancellationToken ct)
    {
        var certificate = await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.VerificationCode == code, ct);
        return certificate is null
            ? null
            : new VerifyPage(
                certificate.Number, certificate.Content.Initials, certificate.Content.CourseTitle, certificate.Language == Domain.People.CorrespondenceLanguage.Nl ? "nl" : "fr",
                certificate.Content.FirstDay, certificate.Content.LastDay, certificate.Content.AttendedMinutes, certificate.IssuedAt, certificate.RevokedAt is not null);
    }
}
