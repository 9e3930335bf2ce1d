using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Certificates;
using Training.Domain.Persistence;

namespace Training.Reports.Certificates;

public static class CertificateQuery
{
    /// <summary>The certificate with a number, when the reader may see it.</summary>
    public static Task<Certificate> FindAsync(TrainingDbContext db, Reader reader, string number, CancellationToken ct) =>
        db.Certificates.AsNoTracking().VisibleTo(reader, db).Where(certificate => certificate.Number == number).OneAsync(ct);
}
