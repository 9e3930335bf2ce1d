using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Enrolments;

/// <summary>
/// Asks for seats for people of one organisation. Each person is a transaction of their own, so that one who is refused does not
/// take the others along; people who want all or nothing are one transaction. A request holds its seat, or its rank, from this instant.
/// </summary>
public sealed class EnrolColleagues(
    TrainingDbContext db, OfficeClock clock, ICurrentActor current, EnrolmentForecasts forecasts, SessionSeats seats, ApproveEnrolment approve,
    AskEmployer askEmployer)
{
    /// <param name="UseTimeRelease">False enrols outside any scheme: the way out for somebody without enough hours.</param>
    /// <param name="Scheme">One of those that fit the post; without it the one that is proposed.</param>
    public sealed record Wish(PersonId Person, bool UseTimeRelease = true, string? Scheme = null)
    {
        internal string? SchemeIn(EnrolmentForecast ahead) => UseTimeRelease ? Scheme ?? ahead.Scheme : null;
    }

    /// <param name="ApprovedBy">Who enrols says yes for the employer at the same time, or nobody does yet.</param>
    /// <param name="Together">All of them get a seat, or none does.</param>
    public sealed record Request(
        SessionId Session, OrganisationId Organisation, IReadOnlyList<Wish> Wishes, Decider? ApprovedBy = null, bool Together = false);

    public sealed record Line(PersonId Person, Outcome<EnrolmentId> Outcome);

    public async Task<IReadOnlyList<Line>> HandleAsync(Request request, CancellationToken ct)
    {
        var wishes = request.Wishes.DistinctBy(wish => wish.Person).ToList();
        var people = await ColleaguesAsync(request.Organisation, [.. wishes.Select(wish => wish.Person)], ct);
        var lines = new List<Line>();
        foreach (var together in request.Together ? [wishes] : wishes.Select(wish => new List<Wish> { wish }))
        {
            db.ChangeTracker.Clear();
            lines.AddRange(await EnrolAsync(request, [.. together.Select(wish => (wish, people[wish.Person]))], ct));
        }

        return lines;
    }

    private async Task<Dictionary<PersonId, Person>> ColleaguesAsync(OrganisationId organisation, IReadOnlyList<PersonId> ids, CancellationToken ct)
    {
        var people = await db.People.AsNoTracking()
            .Where(p => ids.Contains(p.Id) && db.Employments.Any(e => e.PersonId == p.Id && e.OrganisationId == organisation)).ToDictionaryAsync(p => p.Id, ct);
        return people.Count == ids.Count ? people : throw new NotFoundException(nameof(Person));
    }

    private async Task<IEnumerable<Line>> EnrolAsync(Request request, IReadOnlyList<(Wish Wish, Person Person)> together, CancellationToken ct)
    {
        var session = await db.Sessions.AsNoTracking().Include(s => s.Slots).Where(s => s.Id == request.Session).OneAsync(ct);
        if (!session.TakesRequestsOn(clock.Today))
            return together.Select(one => new Line(one.Person.Id, new SessionClosedToRequests(session.Code)));

        var ahead = (await forecasts.OfAsync(session, request.Organisation, [.. together.Select(one => one.Person)], ct)).ToDictionary(forecast => forecast.Person);
        var obstacles = new Dictionary<PersonId, Refusal>();
        foreach (var (wish, person) in together)
        {
            var forecast = ahead[person.Id];
            if (forecast.ObstacleUnder(wish.SchemeIn(forecast), person.FullName) is { } obstacle)
                obstacles.Add(person.Id, obstacle);
        }

        if (obstacles.Count > 0)
            return Refused(together, obstacles);

        return await SaveAsync(request, session, [.. together.Select(one => (one.Wish, one.Person, ahead[one.Person.Id]))], ct);
    }

    private async Task<IEnumerable<Line>> SaveAsync(
        Request request, Session session, IReadOnlyList<(Wish Wish, Person Person, EnrolmentForecast Ahead)> together, CancellationToken ct)
    {
        var plain = together.Select(one => (one.Wish, one.Person)).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await seats.LockAsync(session.Id, ct);
        // Until now nothing held the school back from calling the session off.
        if (!(await db.Sessions.AsNoTracking().Where(s => s.Id == session.Id).OneAsync(ct)).TakesRequestsOn(clock.Today))
            return plain.Select(one => new Line(one.Person.Id, new SessionClosedToRequests(session.Code)));

        var ids = together.Select(one => one.Person.Id).ToList();
        var before = await db.Enrolments.Where(e => e.SessionId == session.Id && ids.Contains(e.PersonId)).ToDictionaryAsync(e => e.PersonId, ct);
        var live = plain.Where(one => before.TryGetValue(one.Person.Id, out var known) && !known.MayAskAgain)
            .ToDictionary(one => one.Person.Id, one => (Refusal)new AlreadyEnrolled(one.Person.FullName));
        if (live.Count > 0)
            return Refused(plain, live);

        // Who withdrew late and comes back finds the seat that was kept. For all others the database counts: of any number who ask
        // at the same instant, no more than fit get one.
        var missing = ids.Where(id => !before.TryGetValue(id, out var known) || !known.SeatKept).ToList();
        var won = missing.Count == 0 || await seats.TryTakeAsync(session.Id, request.Organisation, missing, priorityGroup: 0, ct);
        var places = new Places(await EnrolmentDeadlines.LoadAsync(db, clock, ct), session, won, request.Together && together.Count > 1 ? Guid.CreateVersion7() : null);
        var lines = new List<Line>();
        foreach (var (wish, person, ahead) in together)
        {
            var saved = await EnrolOneAsync(request, places, person, ahead, wish.SchemeIn(ahead), before.GetValueOrDefault(person.Id), ct);
            if (saved.IsRefused)
                return Refused(plain, new Dictionary<PersonId, Refusal> { [person.Id] = saved.Refusal });
            lines.Add(new Line(person.Id, saved));
        }

        if (!await db.TrySaveAsync(ct))
            return plain.Select(one => new Line(one.Person.Id, new ChangedMeanwhile()));

        await transaction.CommitAsync(ct);
        return lines;
    }

    private sealed record Places(EnrolmentDeadlines Deadlines, Session Session, bool Won, Guid? Group);

    private async Task<Outcome<EnrolmentId>> EnrolOneAsync(
        Request request, Places places, Person person, EnrolmentForecast ahead, string? scheme, Enrolment? before, CancellationToken ct)
    {
        var step = new Enrolment.Step(current.Actor.Name, clock.Now);
        var kept = await KeptPriorityAsync(person.Id, places.Session, ct);
        var place = new Enrolment.Place(
            ahead.Employment!, places.Won || before is { SeatKept: true }, scheme, places.Deadlines.HeldUntil(places.Session), kept?.RankedSince, places.Group, kept?.Id);
        var enrolment = before ?? Enrolment.Request(places.Session.Id, place, step);
        if (before is null)
            db.Add(enrolment);
        else
            before.AskAgain(place, step);

        if (request.ApprovedBy is not null)
        {
            var approved = await approve.ApplyAsync(enrolment, places.Session, request.ApprovedBy, null, ct);
            if (approved.Refusal is not null and not OwnRequestNotAllowed)
                return approved.Refusal;
            if (!approved.IsRefused)
                return enrolment.Id;
        }

        var facts = await db.FactsOfAsync(places.Session, ct);
        db.Add(facts.To(person.Id, MessageKind.RequestReceived, clock.Now));
        await askEmployer.AddAsync(enrolment, facts with { Person = person.FullName }, ct);
        return enrolment.Id;
    }

    // A session that the school called off: the place in its list is kept for the next one of the same course.
    private async Task<Enrolment?> KeptPriorityAsync(PersonId person, Session session, CancellationToken ct) => await (
        from cancelled in db.Enrolments.AsNoTracking()
        join other in db.Sessions on cancelled.SessionId equals other.Id
        join version in db.CourseVersions on other.CourseVersionId equals version.Id
        where cancelled.PersonId == person && cancelled.Status == EnrolmentStatus.CancelledBySchool
            && db.CourseVersions.Any(own => own.Id == session.CourseVersionId && own.CourseId == version.CourseId)
            && !db.Enrolments.Any(later => later.KeepsPriorityOf == cancelled.Id)
        orderby cancelled.RankedSince
        select cancelled).FirstOrDefaultAsync(ct);

    private static IEnumerable<Line> Refused(IReadOnlyList<(Wish Wish, Person Person)> together, Dictionary<PersonId, Refusal> why) =>
        together.Select(one => new Line(one.Person.Id, why.GetValueOrDefault(one.Person.Id) ?? new GroupNotComplete()));
}
