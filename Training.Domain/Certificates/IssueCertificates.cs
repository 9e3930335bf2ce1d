using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Enrolments;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Certificates;

/// <summary>The letters before a certificate number; each school has its own.</summary>
public sealed record CertificatePrefix(string Value);

/// <summary>Issues the certificates that a session's completed enrolments are due. Starting it again issues none twice.</summary>
public sealed class IssueCertificates(TrainingDbContext db, OfficeClock clock, ICurrentActor current, CertificatePrefix prefix)
{
    public sealed record Request(SessionId Session);

    /// <returns>How many were issued.</returns>
    public async Task<int> HandleAsync(Request request, CancellationToken ct)
    {
        var year = clock.Today.Year;
        await EnsureCounterAsync(year, ct);

        // Taking numbers locks the counter's row until the certificates are in: no number is lost, none given twice.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.CertificateCounters.Where(c => c.Year == year).ExecuteUpdateAsync(set => set.SetProperty(c => c.LastSequence, c => c.LastSequence), ct);
        var due = await db.Enrolments.AsNoTracking()
            .Where(e => e.SessionId == request.Session && e.Status == EnrolmentStatus.Completed && !db.Certificates.Any(c => c.EnrolmentId == e.Id))
            .OrderBy(e => e.RequestedAt).ThenBy(e => e.Id).ToListAsync(ct);
        if (due.Count == 0)
            return 0;

        var counter = await db.CertificateCounters.SingleAsync(c => c.Year == year, ct);
        var first = counter.Take(due.Count);
        var session = await db.Sessions.AsNoTracking().Where(s => s.Id == request.Session).OneAsync(ct);
        var title = await db.CourseVersions.Where(v => v.Id == session.CourseVersionId).Select(v => v.Title).SingleAsync(ct);
        var venue = await db.Rooms.Where(r => r.Id == session.RoomId).Select(r => r.Name).SingleAsync(ct);
        var ids = due.Select(e => e.PersonId).ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var attendance = await SessionAttendance.LoadAsync(db, session.Id, ct);

        foreach (var (enrolment, sequence) in due.Select((enrolment, index) => (enrolment, first + index)))
        {
            var person = people[enrolment.PersonId];
            var minutes = attendance.MinutesOf(enrolment.Id, attendance.Slots);
            var content = new CertificateContent(
                person.FullName, Initials(person), person.Language == CorrespondenceLanguage.Nl ? title.Nl : title.Fr, session.Code,
                session.FirstDay!.Value, session.LastDay!.Value, venue, minutes.Attended, attendance.Slots.Sum(slot => slot.Minutes));
            var certificate = new Certificate(
                enrolment.Id, new CertificateNumber(prefix.Value, year, sequence), VerificationCode.Make(), person.Language, content, current.Actor.Name, clock.Now);
            db.Add(certificate);
            db.Add(new EnrolmentFacts(session.Code, title.Fr, title.Nl, session.FirstDay, session.LastDay, Number: certificate.Number)
                .To(person.Id, MessageKind.CertificateIssued, clock.Now));
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return due.Count;
    }

    private async Task EnsureCounterAsync(int year, CancellationToken ct)
    {
        if (await db.CertificateCounters.AnyAsync(c => c.Year == year, ct))
            return;

        db.Add(new CertificateCounter(year));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another issuer opened the year at the same instant.
            db.ChangeTracker.Clear();
        }
    }

    private static string Initials(Person person) =>
        string.Concat($"{person.FirstName} {person.LastName}".Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(part => $"{char.ToUpperInvariant(part[0])}."));
}
