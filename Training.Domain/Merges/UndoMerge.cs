using Microsoft.EntityFrameworkCore;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Merges;

/// <summary>Makes two of one again: the rows that went over go back, what came later stays where it was written.</summary>
public sealed class UndoMerge(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    public sealed record Request(MergeId Merge);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var merge = await db.Merges.Where(m => m.Id == request.Merge).OneAsync(ct);
        if (merge.Undo(current.Actor.Name, clock.Now) is { IsRefused: true } refused)
            return refused.Refusal;

        foreach (var moved in merge.ReadMoved())
        {
            if (moved.Entity == nameof(SessionTrainer))
                await GiveBackTeachingAsync(merge, new SessionId(moved.Key), ct);
            else if (await References.RowAsync(db, moved.Entity, moved.Key, ct) is { } row && db.Entry(row).Property(moved.Property) is var property
                && References.GuidOf(property.CurrentValue) == merge.IntoId)
                property.CurrentValue = References.IdOf(property.Metadata, merge.FromId);
        }

        if (merge.Kind == MergedKind.Person)
        {
            var person = new PersonId(merge.FromId);
            (await db.People.Where(p => p.Id == person).OneAsync(ct)).Unmerge();
        }
        else
        {
            var organisation = new OrganisationId(merge.FromId);
            (await db.Organisations.Where(o => o.Id == organisation).OneAsync(ct)).Unmerge();
        }

        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }

    private async Task GiveBackTeachingAsync(Merge merge, SessionId session, CancellationToken ct)
    {
        var into = new PersonId(merge.IntoId);
        if (await db.SessionTrainers.SingleOrDefaultAsync(t => t.SessionId == session && t.PersonId == into, ct) is not { } trainer)
            return;

        db.Remove(trainer);
        db.Add(new SessionTrainer(session, new PersonId(merge.FromId)));
    }
}
