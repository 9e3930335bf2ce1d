using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Certificates;

/// <summary>The letters before a certificate number; each school has its own.</summary>
public sealed record CertificatePrefix(string Value);

/// <summary>
/// Gives numbers and puts certificates on paper, in one transaction that holds the year's counter until they are in: no number is lost,
/// none is given twice, and whoever asks at the same instant waits.
/// </summary>
public sealed class CertificateIssue(
    TrainingDbContext db, OfficeClock clock, ICurrentActor current, CertificatePrefix prefix, ICertificatePrinter printer)
{
    public async Task<Numbers> BeginAsync(CancellationToken ct)
    {
        var year = clock.Today.Year;
        await EnsureCounterAsync(year, ct);
        var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.CertificateCounters.Where(c => c.Year == year).ExecuteUpdateAsync(set => set.SetProperty(c => c.LastSequence, c => c.LastSequence), ct);
        var counter = await db.CertificateCounters.SingleAsync(c => c.Year == year, ct);
        return new Numbers(db, clock, current, prefix, printer, transaction, counter);
    }

    private async Task EnsureCounterAsync(int year, CancellationToken ct)
    {
        if (await db.CertificateCounters.AnyAsync(c => c.Year == year, ct))
            return;

        var counter = db.Add(new CertificateCounter(year));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException collision) when (collision.IsCollision(entry => entry.Entity is CertificateCounter))
        {
            // Another issuer opened the year at the same instant.
        }

        counter.State = EntityState.Detached;
    }

    /// <summary>The numbers of one transaction. What is not saved is not issued, and its numbers are the next one's.</summary>
    public sealed class Numbers(
        TrainingDbContext db, OfficeClock clock, ICurrentActor current, CertificatePrefix prefix, ICertificatePrinter printer,
        IDbContextTransaction transaction, CertificateCounter counter) : IAsyncDisposable
    {
        private readonly List<object> _issued = [];

        /// <summary>Adds a certificate under the next number, with its original on paper.</summary>
        public Certificate Add(
            EnrolmentId enrolment, CertificateKind kind, string period, CorrespondenceLanguage language, CertificateContent content)
        {
            var (by, now) = (current.Actor.Name, clock.Now);
            var number = new CertificateNumber(prefix.Value, counter.Year, counter.Take(1));
            var certificate = new Certificate(enrolment, kind, period, number, VerificationCode.Make(), language, content, by, now);
            var paper = printer.Print(certificate, PaperKind.Original, language, clock.DateOn(now), clock.DateOn(now));
            _issued.Add(certificate);
            _issued.Add(new CertificatePaper(certificate.Id, PaperKind.Original, language, paper, by, now));
            return certificate;
        }

        public async Task SaveAsync(CancellationToken ct)
        {
            // One that is replaced makes room before the other comes in.
            await db.SaveChangesAsync(ct);
            db.AddRange(_issued);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        /// <summary>Forgets what was not saved: nothing is issued by halves.</summary>
        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            db.ChangeTracker.Clear();
        }
    }
}
