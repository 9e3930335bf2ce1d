using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.TimeRelease;

namespace Training.Domain.Enrolments;

/// <summary>
/// Asks for seats for people of one organisation. Each person is a transaction of their own, so that one who is refused does not
/// take the others along. A request holds its seat, or its rank, from this instant.
/// </summary>
public sealed class EnrolColleagues(TrainingDbContext db, OfficeClock clock, ICurrentActor current, EnrolmentForecasts forecasts)
{
    /// <param name="UseTimeRelease">False enrols outside any scheme: the way out for somebody without enough hours.</param>
    public sealed record Wish(PersonId Person, bool UseTimeRelease = true);

    public sealed record Request(SessionId Session, OrganisationId Organisation, IReadOnlyList<Wish> Wishes);

    public sealed record Line(PersonId Person, Outcome<EnrolmentId> Outcome);

    public async Task<IReadOnlyList<Line>> HandleAsync(Request request, CancellationToken ct)
    {
        var wishes = request.Wishes.DistinctBy(wish => wish.Person).ToList();
        var people = await ColleaguesAsync(request.Organisation, [.. wishes.Select(wish => wish.Person)], ct);
        var lines = new List<Line>();
        foreach (var wish in wishes)
        {
            db.ChangeTracker.Clear();
            lines.Add(new Line(wish.Person, await EnrolAsync(request.Session, request.Organisation, people[wish.Person], wish, ct)));
        }

        return lines;
    }

    private async Task<Dictionary<PersonId, Person>> ColleaguesAsync(OrganisationId organisation, IReadOnlyList<PersonId> ids, CancellationToken ct)
    {
        var people = await db.People.AsNoTracking()
            .Where(p => ids.Contains(p.Id) && db.Employments.Any(e => e.PersonId == p.Id && e.OrganisationId == organisation)).ToDictionaryAsync(p => p.Id, ct);
        return people.Count == ids.Count ? people : throw new NotFoundException(nameof(Person));
    }

    private async Task<Outcome<EnrolmentId>> EnrolAsync(
        SessionId sessionId, OrganisationId organisationId, Person person, Wish wish, CancellationToken ct)
    {
        var session = await db.Sessions.AsNoTracking().Include(s => s.Slots).Where(s => s.Id == sessionId).OneAsync(ct);
        if (!session.TakesRequestsOn(clock.Today))
            return new SessionClosedToRequests(session.Code);

        var forecast = (await forecasts.OfAsync(session, organisationId, [person], ct))[0];
        if (forecast.Obstacle is { } obstacle && (wish.UseTimeRelease || obstacle is not NotEnoughTimeRelease))
            return obstacle;

        return await SaveAsync(session, forecast.Employment!, person, wish.UseTimeRelease ? forecast.Scheme : null, ct);
    }

    private async Task<Outcome<EnrolmentId>> SaveAsync(Session session, Employment employment, Person person, string? scheme, CancellationToken ct)
    {
        var now = clock.Now;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // The database counts the seats: of any number who ask at the same instant, no more than fit get one. A seat that comes
        // free is not for the next who asks while others wait for it.
        var won = await db.Sessions.Where(s => s.Id == session.Id && s.SeatsTaken < s.CapacityMax && !db.Enrolments.Waiting().Any(e => e.SessionId == s.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeatsTaken, s => s.SeatsTaken + 1), ct);

        var enrolment = Enrolment.Request(session.Id, employment, holdsSeat: won == 1, scheme, new(current.Actor.Name, now));
        db.Add(enrolment);
        var facts = await FactsAsync(session, ct);
        db.Add(facts.To(person.Id, MessageKind.RequestReceived, now));

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // The unique index on session and person had the last word: the same form arrived twice at once.
            return new AlreadyEnrolled(person.FullName);
        }

        await transaction.CommitAsync(ct);
        return enrolment.Id;
    }

    private async Task<EnrolmentFacts> FactsAsync(Session session, CancellationToken ct)
    {
        var title = await db.CourseVersions.Where(v => v.Id == session.CourseVersionId).Select(v => v.Title).SingleAsync(ct);
        return new EnrolmentFacts(session.Code, title.Fr, title.Nl, session.FirstDay, session.LastDay);
    }
}
