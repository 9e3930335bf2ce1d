using Microsoft.EntityFrameworkCore;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Certificates;

/// <summary>A duplicate under the same number or, in the other language, its twin. Both say what the original said.</summary>
public sealed class PrintCertificateAgain(TrainingDbContext db, OfficeClock clock, ICurrentActor current, ICertificatePrinter printer)
{
    public sealed record Request(string Number, CorrespondenceLanguage Language);

    /// <returns>The paper, which is kept.</returns>
    public async Task<Outcome<CertificatePaper>> HandleAsync(Request request, CancellationToken ct)
    {
        var certificate = await db.Certificates.AsNoTracking().Where(c => c.Number == request.Number).OneAsync(ct);
        if (certificate.State != CertificateState.Valid)
            return new CertificateNotValid(certificate.Number, certificate.State);

        var kind = request.Language == certificate.Language ? PaperKind.Duplicate : PaperKind.Twin;
        var content = printer.Print(certificate, kind, request.Language, clock.DateOn(certificate.IssuedAt), clock.Today);
        var paper = new CertificatePaper(certificate.Id, kind, request.Language, content, current.Actor.Name, clock.Now);
        db.Add(paper);
        await db.SaveChangesAsync(ct);
        return paper;
    }
}
