using Microsoft.EntityFrameworkCore;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.ChangeRecords;

/// <summary>
/// Forgets what a person's change records say of them: values and salts go, digests without a salt stay and say nothing. That it
/// was done is recorded in turn.
/// </summary>
public sealed class ErasePersonalValues(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <param name="Fields">Only these fields of the person; nothing means all, with what certificates say.</param>
    /// <param name="Before">Only what was recorded before this moment.</param>
    public sealed record Request(PersonId Person, IReadOnlyList<string>? Fields = null, DateTimeOffset? Before = null);

    /// <summary>Within the caller's transaction where there is one.</summary>
    /// <returns>How many values were erased.</returns>
    public async Task<int> HandleAsync(Request request, CancellationToken ct)
    {
        var person = request.Person.Value;
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        var certificates = await db.Certificates
            .Where(certificate => db.Enrolments.Any(enrolment => enrolment.Id == certificate.EnrolmentId && enrolment.PersonId == request.Person))
            .Select(certificate => certificate.Id).ToListAsync(ct);
        var aggregates = certificates.Select(id => id.Value).Append(person).ToList();

        var erased = await db.PersonalValues
            .Where(value => request.Fields == null || request.Fields.Contains(value.Field))
            .Where(value => db.ChangeRecords.Any(record => record.Id == value.RecordId && aggregates.Contains(record.AggregateId) && (request.Before == null || record.RecordedAt < request.Before)))
            .ExecuteDeleteAsync(ct);
        if (erased == 0)
            return 0;

        var head = await db.ChangeRecords.AsNoTracking().Where(r => r.AggregateId == person).OrderByDescending(r => r.Sequence).FirstOrDefaultAsync(ct);
        db.Add(new ChangeRecord(
            "person", person, (head?.Sequence ?? 0) + 1, $$"""[{"entity":"PersonalValue","change":"Erased","count":{{erased}}}]""",
            current.Actor, clock.Now, head?.Hash ?? ""));
        await db.SaveChangesAsync(ct);
        if (transaction is not null)
            await transaction.CommitAsync(ct);
        return erased;
    }
}
