using Microsoft.EntityFrameworkCore;
using Training.Domain.Accounts;
using Training.Domain.ChangeRecords;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Retention;

/// <summary>Destroys what a list names, as far as nothing keeps it today. Doing it again destroys nothing more.</summary>
public sealed class Destruction(TrainingDbContext db, OfficeClock clock, ErasureReview review, ErasePersonalValues eraseValues)
{
    public async Task ApplyAsync(DestructionList list, CancellationToken ct)
    {
        var notesBefore = NotesBefore(clock, list.AsOf, await db.ParameterBookAsync(ct));
        foreach (var item in list.Items)
        {
            var person = new PersonId(item.FileId);
            switch (item.Class)
            {
                case DestructionClass.Identity when await db.People.AnyAsync(p => p.Id == person, ct) && await IsFreeAsync(review, person, ct):
                    await review.EraseAsync(person, ct);
                    break;
                case DestructionClass.ChangeRecord:
                    await eraseValues.HandleAsync(new(person, Before: notesBefore), ct);
                    break;
                case DestructionClass.FileReading:
                    await db.FileReadings.Where(r => r.PersonId == person && r.RecordedAt < notesBefore).ExecuteDeleteAsync(ct);
                    break;
                case DestructionClass.AccessRequest:
                    await DestroyRequestAsync(new AccessRequestId(item.FileId), notesBefore, ct);
                    break;
            }
        }
    }

    // That it went stands in the record of changes; what the record said of it goes with it.
    private async Task DestroyRequestAsync(AccessRequestId id, DateTimeOffset decidedBefore, CancellationToken ct)
    {
        if (await db.AccessRequests.SingleOrDefaultAsync(r => r.Id == id && r.DecidedAt < decidedBefore, ct) is not { } request)
            return;

        db.Remove(request);
        await db.SaveChangesAsync(ct);
        await db.PersonalValues.Where(value => db.ChangeRecords.Any(record => record.Id == value.RecordId && record.AggregateId == id.Value)).ExecuteDeleteAsync(ct);
    }

    internal static DateTimeOffset NotesBefore(OfficeClock clock, DateOnly asOf, ParameterBook parameters) =>
        clock.MomentOf(asOf.AddYears(-parameters.Number(ParameterKeys.RetentionChangeRecordYears, asOf)), TimeOnly.MinValue);

    internal static async Task<bool> IsFreeAsync(ErasureReview review, PersonId person, CancellationToken ct) =>
        (await review.OfAsync(person, ct)).Where(line => line.Class is not EvidenceClass.ChangeRecord).All(line => line.KeptUntil is null);
}
