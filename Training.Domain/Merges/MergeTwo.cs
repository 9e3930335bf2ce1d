using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Merges;

/// <summary>
/// Makes one of two: enrolments with their certificates, ledgers, employments and whatever else points to the first goes over to the second.
/// The first is kept for its past, and the merge can be undone.
/// </summary>
public sealed class MergeTwo(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    public sealed record Request(MergedKind Kind, Guid From, Guid Into);

    /// <summary>What it would carry; nothing is written.</summary>
    public async Task<MergeForecast> ForecastAsync(Request request, CancellationToken ct)
    {
        var plan = await MergePlan.OfAsync(db, request.Kind, request.From, request.Into, ct);
        var enrolments = plan.Moving.Select(move => move.Row).OfType<Enrolments.Enrolment>().Select(e => e.Id).ToList();
        var accounts = plan.Moving.Select(move => move.Row).OfType<TimeRelease.TimeReleaseAccount>().ToList();
        var forecast = new MergeForecast(
            request.Kind, request.From, request.Into, await NameAsync(request.Kind, request.From, ct), await NameAsync(request.Kind, request.Into, ct), plan.Lines,
            await db.Certificates.CountAsync(c => enrolments.Contains(c.EnrolmentId), ct),
            accounts.Sum(a => a.ReservedMinutes), accounts.Sum(a => a.ConsumedMinutes),
            await AreTwoAsync(request, ct) ? plan.Obstacle : new NothingToMerge());
        db.ChangeTracker.Clear();
        return forecast;
    }

    public async Task<Outcome<MergeId>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!await AreTwoAsync(request, ct))
            return new NothingToMerge();
        var plan = await MergePlan.OfAsync(db, request.Kind, request.From, request.Into, ct);
        if (plan.Obstacle is { } obstacle)
            return obstacle;

        if (request.Kind == MergedKind.Person)
            await KeepWorkAddressesAsync(request, ct);
        var moved = new List<MovedRow>();
        foreach (var (key, row) in plan.Moving)
        {
            var property = key.Properties[0];
            moved.Add(new MovedRow(key.DeclaringEntityType.ClrType.Name, References.KeyOf(db, row), property.Name));
            db.Entry(row).Property(property).CurrentValue = References.IdOf(property, request.Into);
        }

        if (request.Kind == MergedKind.Person)
        {
            moved.AddRange(await MoveTeachingAsync(request, ct));
            (await PersonAsync(request.From, ct)).MergeInto(new PersonId(request.Into));
        }
        else
        {
            (await OrganisationAsync(request.From, ct)).MergeInto(new OrganisationId(request.Into));
        }

        var merge = new Merge(request.Kind, request.From, request.Into, moved, current.Actor.Name, clock.Now);
        db.Add(merge);
        return await db.TrySaveAsync(ct) ? merge.Id : new ChangedMeanwhile();
    }

    // Two that look like one mostly bear one name.
    private async Task<string> NameAsync(MergedKind kind, Guid id, CancellationToken ct)
    {
        if (kind == MergedKind.Organisation)
        {
            var organisation = await OrganisationAsync(id, ct);
            return $"{organisation.Name.Fr} ({organisation.Code})";
        }

        var person = await PersonAsync(id, ct);
        return (person.Email ?? person.YearOfBirth?.ToString(CultureInfo.InvariantCulture)) is { } apart ? $"{person.FullName} ({apart})" : person.FullName;
    }

    private async Task<bool> AreTwoAsync(Request request, CancellationToken ct) => request.From != request.Into && (request.Kind == MergedKind.Person
        ? (await PersonAsync(request.From, ct)).MergedIntoId is null && (await PersonAsync(request.Into, ct)).MergedIntoId is null
        : (await OrganisationAsync(request.From, ct)).MergedIntoId is null && (await OrganisationAsync(request.Into, ct)).MergedIntoId is null);

    // Each employer's list goes on knowing the person by the address that it uses.
    private async Task KeepWorkAddressesAsync(Request request, CancellationToken ct)
    {
        foreach (var person in new[] { await PersonAsync(request.From, ct), await PersonAsync(request.Into, ct) })
        {
            foreach (var employment in await db.Employments.Where(e => e.PersonId == person.Id && e.WorkEmail == null).ToListAsync(ct))
                employment.KnowAs(person.Email);
        }
    }

    // Who teaches a session is part of its key, so the row is written anew.
    private async Task<IReadOnlyList<MovedRow>> MoveTeachingAsync(Request request, CancellationToken ct)
    {
        var (from, into) = (new PersonId(request.From), new PersonId(request.Into));
        var taught = await db.SessionTrainers.Where(t => t.PersonId == from && !db.SessionTrainers.Any(other => other.SessionId == t.SessionId && other.PersonId == into)).ToListAsync(ct);
        foreach (var trainer in taught)
        {
            db.Remove(trainer);
            db.Add(new SessionTrainer(trainer.SessionId, into));
        }

        return [.. taught.Select(trainer => new MovedRow(nameof(SessionTrainer), trainer.SessionId.Value, nameof(SessionTrainer.PersonId)))];
    }

    private Task<Person> PersonAsync(Guid id, CancellationToken ct)
    {
        var wanted = new PersonId(id);
        return db.People.Where(p => p.Id == wanted).OneAsync(ct);
    }

    private Task<Organisation> OrganisationAsync(Guid id, CancellationToken ct)
    {
        var wanted = new OrganisationId(id);
        return db.Organisations.Where(o => o.Id == wanted).OneAsync(ct);
    }
}
