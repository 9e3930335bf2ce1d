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
public sealed class EnrolColleagues(TrainingDbContext db, OfficeClock clock, ICurrentActor current, TimeReleaseAccounts accounts)
{
    /// <param name="UseTimeRelease">False enrols outside any scheme: the way out for somebody without enough hours.</param>
    public sealed record Wish(PersonId Person, bool UseTimeRelease = true);

    public sealed record Request(SessionId Session, OrganisationId Organisation, IReadOnlyList<Wish> Wishes);

    public sealed record Line(PersonId Person, Outcome<EnrolmentId> Outcome);

    public async Task<IReadOnlyList<Line>> HandleAsync(Request request, CancellationToken ct)
    {
        var lines = new List<Line>();
        foreach (var wish in request.Wishes.DistinctBy(wish => wish.Person))
        {
            db.ChangeTracker.Clear();
            lines.Add(new Line(wish.Person, await EnrolAsync(request.Session, request.Organisation, wish, ct)));
        }

        return lines;
    }

    private async Task<Outcome<EnrolmentId>> EnrolAsync(SessionId sessionId, OrganisationId organisationId, Wish wish, CancellationToken ct)
    {
        var session = await db.Sessions.AsNoTracking().Include(s => s.Slots).Where(s => s.Id == sessionId).OneAsync(ct);
        if (!session.TakesRequestsOn(clock.Today))
            return new SessionClosedToRequests(session.Code);

        var person = await db.People.AsNoTracking()
            .Where(p => p.Id == wish.Person && db.Employments.Any(e => e.PersonId == p.Id && e.OrganisationId == organisationId)).OneAsync(ct);
        var firstDay = session.FirstDay!.Value;
        var employment = (await db.Employments.AsNoTracking().Where(e => e.PersonId == person.Id && e.OrganisationId == organisationId).ToListAsync(ct))
            .Find(e => e.CoversDay(firstDay));
        if (employment is null)
            return new NotEmployedThen(person.FullName, firstDay);
        if (await db.Enrolments.AnyAsync(e => e.SessionId == sessionId && e.PersonId == person.Id, ct))
            return new AlreadyEnrolled(person.FullName);
        if (await OverlapAsync(person, session, ct) is { } overlap)
            return overlap;

        var employer = await db.Organisations.AsNoTracking().Where(o => o.Id == organisationId).OneAsync(ct);
        var scheme = wish.UseTimeRelease ? Schemes.Fitting(employment, employer) : null;
        if (scheme is not null && await ShortageAsync(person.Id, organisationId, scheme, session, ct) is { } shortage)
            return shortage;

        return await SaveAsync(session, employment, person, scheme, ct);
    }

    private async Task<Refusal?> OverlapAsync(Person person, Session session, CancellationToken ct)
    {
        var days = session.Slots.Select(slot => slot.Date).Distinct().ToList();
        var others = await (
            from enrolment in db.Enrolments
            where enrolment.PersonId == person.Id && enrolment.SessionId != session.Id && enrolment.Status != EnrolmentStatus.EmployerRefused
            join slot in db.TeachingSlots on enrolment.SessionId equals slot.SessionId
            join other in db.Sessions on slot.SessionId equals other.Id
            where days.Contains(slot.Date)
            select new { other.Code, slot.Date, slot.Start, slot.End }).ToListAsync(ct);

        return others
            .Where(o => session.Slots.Any(slot => slot.Date == o.Date && slot.Hours.Intersect(new TimeInterval(o.Start, o.End)) is not null))
            .Select(o => new OverlapsOtherSession(person.FullName, o.Code, o.Date))
            .FirstOrDefault();
    }

    private async Task<Refusal?> ShortageAsync(PersonId person, OrganisationId organisation, string scheme, Session session, CancellationToken ct)
    {
        foreach (var year in session.Slots.GroupBy(slot => slot.Date.Year))
        {
            var account = await accounts.FindOrOpenAsync(person, organisation, scheme, year.Min(slot => slot.Date), ct);
            var needed = year.Sum(slot => slot.Minutes);
            var asked = await AskedForAsync(person, organisation, scheme, year.Key, ct);
            if (account.IsCapped && needed + asked > account.AvailableMinutes)
                return new NotEnoughTimeRelease(needed, Math.Max(0, account.AvailableMinutes - asked));
        }

        return null;
    }

    // Requests that still wait for the employer have reserved nothing yet, and would otherwise promise the same hours twice.
    private Task<int> AskedForAsync(PersonId person, OrganisationId organisation, string scheme, int year, CancellationToken ct) =>
        db.Enrolments
            .Where(e => e.PersonId == person && e.OrganisationId == organisation && e.Scheme == scheme && e.Status == EnrolmentStatus.EmployerPending)
            .Join(db.TeachingSlots.Where(slot => slot.Date.Year == year), e => e.SessionId, slot => slot.SessionId, (_, slot) => slot.Minutes)
            .SumAsync(ct);

    private async Task<Outcome<EnrolmentId>> SaveAsync(Session session, Employment employment, Person person, string? scheme, CancellationToken ct)
    {
        var now = clock.Now;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // The database counts the seats: of any number who ask at the same instant, no more than fit get one.
        var won = await db.Sessions.Where(s => s.Id == session.Id && s.SeatsTaken < s.CapacityMax)
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
