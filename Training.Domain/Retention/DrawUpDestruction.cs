using Microsoft.EntityFrameworkCore;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Retention;

/// <summary>
/// Draws up what may be destroyed today, for two people to release: identities of files that nothing keeps (<c>retention.inactiveYears</c> after
/// anything last happened), and what is older than
/// <c>retention.changeRecordYears</c>: notes in the record of changes and of readings, and decided requests for access. While a list
/// waits, none is added. Whoever has an account or teaches is left out.
/// </summary>
public sealed class DrawUpDestruction(TrainingDbContext db, OfficeClock clock, ErasureReview review)
{
    /// <returns>How many entries the new list has; nothing where none was drawn up.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        if (await db.DestructionLists.AnyAsync(list => list.DestroyedAt == null, ct))
            return 0;

        var today = clock.Today;
        var parameters = await db.ParameterBookAsync(ct);
        var notesBefore = Destruction.NotesBefore(clock, today, parameters);
        var items = (await IdentitiesAsync(today.AddYears(-parameters.Number(ParameterKeys.RetentionInactiveYears, today)), ct)).ConvertAll(person => (DestructionClass.Identity, person.Value));
        items.AddRange((await db.PersonalValues
            .Join(db.ChangeRecords.Where(r => r.Aggregate == "person" && r.RecordedAt < notesBefore), value => value.RecordId, record => record.Id, (_, record) => record.AggregateId)
            .Distinct().ToListAsync(ct)).Select(person => (DestructionClass.ChangeRecord, person)));
        items.AddRange((await db.FileReadings.Where(r => r.RecordedAt < notesBefore).Select(r => r.PersonId).Distinct().ToListAsync(ct)).Select(person => (DestructionClass.FileReading, person.Value)));
        items.AddRange((await db.AccessRequests.Where(r => r.DecidedAt < notesBefore).Select(r => r.Id).ToListAsync(ct)).Select(request => (DestructionClass.AccessRequest, request.Value)));
        if (items.Count == 0)
            return 0;

        db.Add(new DestructionList(items, today, clock.Now));
        await db.SaveChangesAsync(ct);
        return items.Count;
    }

    private async Task<List<PersonId>> IdentitiesAsync(DateOnly idleSince, CancellationToken ct)
    {
        var idleMoment = clock.MomentOf(idleSince, TimeOnly.MinValue);
        var idle = await db.People
            .Where(p => p.MergedIntoId == null && p.FirstName != ErasureReview.Nobody)
            .Where(p => db.Employments.Any(e => e.PersonId == p.Id) && !db.Employments.Any(e => e.PersonId == p.Id && (e.End == null || e.End >= idleSince)))
            .Where(p => !db.Accounts.Any(a => a.PersonId == p.Id) && !db.Trainers.Any(t => t.PersonId == p.Id) && !db.SessionTrainers.Any(t => t.PersonId == p.Id))
            .Where(p => !db.Enrolments.Any(e => e.PersonId == p.Id && e.RequestedAt >= idleMoment))
            .OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(ct);
        var free = new List<PersonId>();
        foreach (var person in idle)
        {
            if (await Destruction.IsFreeAsync(review, person, ct))
                free.Add(person);
        }

        return free;
    }
}
