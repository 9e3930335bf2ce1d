using Microsoft.EntityFrameworkCore;
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
            var person = new PersonId(item.PersonId);
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
            }
        }
    }

    internal static DateTimeOffset NotesBefore(OfficeClock clock, DateOnly asOf, ParameterBook parameters) =>
        clock.MomentOf(asOf.AddYears(-parameters.Number(ParameterKeys.RetentionChangeRecordYears, asOf)), TimeOnly.MinValue);

    internal static async Task<bool> IsFreeAsync(ErasureReview review, PersonId person, CancellationToken ct) =>
        (await review.OfAsync(person, ct)).Where(line => line.Class is not EvidenceClass.ChangeRecord).All(line => line.KeptUntil is null);
}
