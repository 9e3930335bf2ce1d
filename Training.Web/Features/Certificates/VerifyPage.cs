using Microsoft.EntityFrameworkCore;
using Training.Domain.Certificates;
using Training.Domain.Courses.Search;
using Training.Domain.People;
using Training.Domain.Persistence;

namespace Training.Web.Features.Certificates;

/// <summary>What anybody with the code of a certificate may know: course, dates, hours and initials.</summary>
/// <param name="PersonName">Only for whoever typed the surname.</param>
/// <param name="ReplacedBy">The number of the certificate that took its place.</param>
public sealed record VerifyPage(
    string Code, string Number, CertificateKind Kind, CertificateState State, string? ReplacedBy, string Initials, string? PersonName, string CourseTitle, string Language,
    DateOnly FirstDay, DateOnly LastDay, int AttendedMinutes, DateTimeOffset IssuedAt)
{
    /// <summary>A surname was typed, and it was another.</summary>
    public bool SurnameDiffers { get; private init; }

    /// <param name="surname">What was typed, or nothing when nobody has asked for the name.</param>
    public static async Task<VerifyPage?> FindAsync(TrainingDbContext db, string code, string? surname, CancellationToken ct)
    {
        var certificate = await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.VerificationCode == code, ct);
        if (certificate is null)
            return null;

        var content = certificate.Content;
        var knows = surname is not null && certificate.State == CertificateState.Valid && Letters(content.LastName) is { Length: > 0 } letters && Letters(surname) == letters;
        return new VerifyPage(
            code, certificate.Number, certificate.Kind, certificate.State,
            await db.Certificates.Where(c => c.Id == certificate.ReplacedById).Select(c => c.Number).FirstOrDefaultAsync(ct),
            content.Initials, knows ? content.PersonName : null, content.TitleIn(certificate.Language), certificate.Language == CorrespondenceLanguage.Nl ? "nl" : "fr",
            content.FirstDay, content.LastDay, content.AttendedMinutes, certificate.IssuedAt)
        {
            SurnameDiffers = surname is not null && !knows,
        };
    }

    // As people copy a name: accents, capitals, blanks and hyphens are forgiven.
    private static string Letters(string name) => PlainText.Fold(name).Replace(" ", "", StringComparison.Ordinal);
}
