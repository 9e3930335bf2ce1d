using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Certificates;
using Training.Domain.ChangeRecords;
using Training.Domain.Enrolments;
using Training.Domain.Sessions;
using Training.Reports.Certificates;

namespace Training.Benchmarks;

/// <summary>Certificates of a session issued at once, number, frozen content, paper and message included, against the same asked for one after the other.</summary>
internal static class BulkCertificates
{
    private const int Groups = 50;
    private const int AtOnce = 1000;
    private const int OneByOne = 200;
    private const string By = "benchmark";

    private static readonly DateTimeOffset After = new(2026, 1, 10, 12, 0, 0, TimeSpan.Zero);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CancellationToken ct)
    {
        using var folder = new TemporaryFolder();
        var school = new SchoolFile(folder.PathOf("certificates.db"));
        await new TaughtYear(school, Groups).FillAsync(ct);
        await CountOnAsync(school, ct);
        var (bulk, singles) = (await CompletedAsync(school, AtOnce, ct), await CompletedAsync(school, OneByOne, ct));

        // The first certificate of the year, unmeasured.
        await IssueAsync(school, singles.Session, [singles.People[0]], ct);
        var alone = await Times.MillisecondsAsync(async () =>
        {
            foreach (var person in singles.People.Skip(1))
                await IssueAsync(school, singles.Session, [person], ct);
        });
        var together = await Times.MillisecondsAsync(() => IssueAsync(school, bulk.Session, null, ct));
        await CheckAsync(school, ct);
        return [new("certificates-in-bulk", AtOnce * 1000 / together, "certificates/s", (OneByOne - 1) * 1000 / alone)];
    }

    // The year has certificates already, whose numbers were not asked for.
    private static async Task CountOnAsync(SchoolFile school, CancellationToken ct)
    {
        await using var db = school.Open();
        var counter = new CertificateCounter(Office.Clock.Today.Year);
        counter.Take(await db.Certificates.CountAsync(ct));
        db.Add(counter);
        await db.SaveChangesAsync(ct);
    }

    private static async Task<(SessionId Session, List<EnrolmentId> People)> CompletedAsync(SchoolFile school, int people, CancellationToken ct)
    {
        var (slot, registerId, seated) = await Registers.OpenHalfDayAsync(school, people, ct);
        await using var db = school.Open();
        var register = await db.Registers.SingleAsync(r => r.Id == registerId, ct);
        register.Close(By, After);
        register.FixWith(Digest.Of(registerId.Value.ToString()), null, By, After);
        foreach (var enrolment in await db.Enrolments.Where(e => e.SessionId == slot.SessionId).ToListAsync(ct))
        {
            enrolment.Conclude(EnrolmentStatus.Completed, new(By, After));
            db.Add(new AttendanceMark(enrolment.Id, slot, [], By, After));
        }

        await db.SaveChangesAsync(ct);
        return (slot.SessionId, seated);
    }

    private static async Task IssueAsync(SchoolFile school, SessionId session, IReadOnlyList<EnrolmentId>? people, CancellationToken ct)
    {
        await using var db = school.Open();
        var printer = new CertificatePrinter(_ => Certificates.School);
        var issue = new IssueCertificates(db, Office.Clock, new CertificateIssue(db, Office.Clock, new Author(), new CertificatePrefix("BENCH"), printer));
        var outcome = await issue.HandleAsync(new(session, Of: people), ct);
        if (outcome.IsRefused || (people is not null && outcome.Value != people.Count))
            throw new BenchmarkFailed("Certificates that are due were not issued.");
    }

    // Numbers without a gap, and nobody twice.
    private static async Task CheckAsync(SchoolFile school, CancellationToken ct)
    {
        await using var db = school.Open();
        var issued = await db.Certificates.AsNoTracking().Where(c => c.Number.StartsWith("BENCH")).Select(c => new { c.Sequence, c.EnrolmentId }).ToListAsync(ct);
        if (issued.Count != AtOnce + OneByOne || issued.Max(c => c.Sequence) - issued.Min(c => c.Sequence) != issued.Count - 1 || issued.Select(c => c.EnrolmentId).Distinct().Count() != issued.Count)
            throw new BenchmarkFailed($"{issued.Count} certificates were issued, from {issued.Min(c => c.Sequence)} to {issued.Max(c => c.Sequence)}.");
    }
}
