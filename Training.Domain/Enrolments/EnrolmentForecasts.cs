using Microsoft.EntityFrameworkCore;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.TimeRelease;

namespace Training.Domain.Enrolments;

/// <summary>
/// Works out what enrolling people of one organisation in one session would come to. The page that offers the choice and the use
/// case that carries it out both ask here, so that neither promises what the other refuses.
/// </summary>
public sealed class EnrolmentForecasts(TrainingDbContext db, OfficeClock clock, TimeReleaseAccounts accounts)
{
    /// <param name="session">With its slots.</param>
    /// <param name="people">Staff of the organisation, now or before.</param>
    public async Task<IReadOnlyList<EnrolmentForecast>> OfAsync(
        Session session, OrganisationId organisation, IReadOnlyList<Person> people, CancellationToken ct)
    {
        var ids = people.Select(person => person.Id).ToList();
        var employer = await db.Organisations.AsNoTracking().Where(o => o.Id == organisation).OneAsync(ct);
        var employments = (await db.Employments.AsNoTracking()
            .Where(e => e.OrganisationId == organisation && ids.Contains(e.PersonId)).ToListAsync(ct)).ToLookup(e => e.PersonId);
        var enrolled = await db.Enrolments.Live().Where(e => e.SessionId == session.Id && ids.Contains(e.PersonId)).Select(e => e.PersonId).ToListAsync(ct);
        var exceptions = await ExceptionsAsync(session.Id, ids, ct);
        var overlaps = (await OverlapsAsync(session, ids, ct)).ToLookup(overlap => overlap.Person);

        var posts = people.ToDictionary(person => person.Id, person => employments[person.Id].FirstOrDefault(e => e.CoversDay(session.FirstDay!.Value)));
        var schemes = posts
            .Where(post => post.Value is not null)
            .Select(post => (Person: post.Key, Scheme: Schemes.Fitting(post.Value!, employer)))
            .Where(fit => fit.Scheme is not null)
            .ToDictionary(fit => fit.Person, fit => fit.Scheme!);
        var years = await YearsAsync(session, organisation, schemes, ct);

        return [.. people.Select(person => new EnrolmentForecast(
            person.Id, posts[person.Id], schemes.GetValueOrDefault(person.Id), [.. years[person.Id]], [.. AnswersFor(person)]))];

        IEnumerable<RuleAnswer> AnswersFor(Person person)
        {
            yield return session.TakesRequestsOn(clock.Today)
                ? new(EligibilityRule.SessionOpen, EligibilityAnswer.Yes)
                : new(EligibilityRule.SessionOpen, EligibilityAnswer.No, new SessionClosedToRequests(session.Code));
            yield return posts[person.Id] is not null
                ? new(EligibilityRule.Employed, EligibilityAnswer.Yes)
                : new(EligibilityRule.Employed, EligibilityAnswer.No, new NotEmployedThen(person.FullName, session.FirstDay!.Value), MayGrant.Employer);
            yield return enrolled.Contains(person.Id)
                ? new(EligibilityRule.NotYetEnrolled, EligibilityAnswer.No, new AlreadyEnrolled(person.FullName))
                : new(EligibilityRule.NotYetEnrolled, EligibilityAnswer.Yes);
            yield return OverlapAnswer(person);
            yield return ShortageIn(years[person.Id]) is { } shortage
                ? new(EligibilityRule.TimeRelease, EligibilityAnswer.Ask, shortage, MayGrant.Employer)
                : new(EligibilityRule.TimeRelease, EligibilityAnswer.Yes);
        }

        RuleAnswer OverlapAnswer(Person person)
        {
            if (overlaps[person.Id].FirstOrDefault() is not { Code: not null } overlap)
                return new(EligibilityRule.NoOverlap, EligibilityAnswer.Yes);

            return exceptions.TryGetValue((person.Id, EligibilityRule.NoOverlap), out var until)
                ? new(EligibilityRule.NoOverlap, EligibilityAnswer.Yes, ExceptionUntil: until)
                : new(EligibilityRule.NoOverlap, EligibilityAnswer.Ask, new OverlapsOtherSession(person.FullName, overlap.Code, overlap.Date), MayGrant.Secretariat);
        }
    }

    private async Task<Dictionary<(PersonId, EligibilityRule), DateOnly>> ExceptionsAsync(SessionId session, IReadOnlyList<PersonId> people, CancellationToken ct)
    {
        var today = clock.Today;
        return (await db.EligibilityExceptions.AsNoTracking()
            .Where(e => e.SessionId == session && people.Contains(e.PersonId) && e.ExpiresOn >= today).ToListAsync(ct))
            .GroupBy(e => (e.PersonId, e.Rule)).ToDictionary(group => group.Key, group => group.Max(e => e.ExpiresOn));
    }

    private static NotEnoughTimeRelease? ShortageIn(IEnumerable<YearForecast> years) => years
        .Where(year => !year.IsEnough)
        .Select(year => new NotEnoughTimeRelease(year.NeededMinutes, Math.Max(0, year.AvailableMinutes)))
        .FirstOrDefault();

    private async Task<IEnumerable<(PersonId Person, string Code, DateOnly Date)>> OverlapsAsync(
        Session session, IReadOnlyList<PersonId> people, CancellationToken ct)
    {
        var days = session.Slots.Select(slot => slot.Date).Distinct().ToList();
        var others = await (
            from enrolment in db.Enrolments.Live()
            where people.Contains(enrolment.PersonId) && enrolment.SessionId != session.Id
            join slot in db.TeachingSlots on enrolment.SessionId equals slot.SessionId
            join other in db.Sessions on slot.SessionId equals other.Id
            where days.Contains(slot.Date)
            select new { enrolment.PersonId, other.Code, slot.Date, slot.Start, slot.End }).ToListAsync(ct);

        return others
            .Where(o => session.Slots.Any(slot => slot.Date == o.Date && slot.Hours.Intersect(new TimeInterval(o.Start, o.End)) is not null))
            .Select(o => (o.PersonId, o.Code, o.Date));
    }

    private async Task<ILookup<PersonId, YearForecast>> YearsAsync(
        Session session, OrganisationId organisation, Dictionary<PersonId, string> schemes, CancellationToken ct)
    {
        var years = new List<(PersonId Person, YearForecast Forecast)>();
        foreach (var year in session.Slots.GroupBy(slot => slot.Date.Year).OrderBy(year => year.Key))
        {
            var needed = year.Sum(slot => slot.Minutes);
            var asked = await AskedForAsync(organisation, [.. schemes.Keys], year.Key, ct);
            var opened = await accounts.FindOrOpenAsync(
                [.. schemes.Select(fit => (fit.Key, fit.Value))], organisation, year.Min(slot => slot.Date), ct);
            years.AddRange(opened.Select(account => (account.PersonId, new YearForecast(
                year.Key, needed, account.AvailableMinutes - asked.GetValueOrDefault((account.PersonId, account.Scheme)), account.IsCapped))));
        }

        return years.ToLookup(line => line.Person, line => line.Forecast);
    }

    // Requests that still wait for the employer have reserved nothing yet, and would otherwise promise the same hours twice.
    private async Task<Dictionary<(PersonId, string), int>> AskedForAsync(
        OrganisationId organisation, IReadOnlyList<PersonId> people, int year, CancellationToken ct) =>
        (await db.Enrolments
            .Where(e => people.Contains(e.PersonId) && e.OrganisationId == organisation && e.Scheme != null
                && (e.Status == EnrolmentStatus.EmployerPending || e.Status == EnrolmentStatus.Invited))
            .Join(db.TeachingSlots.Where(slot => slot.Date.Year == year), e => e.SessionId, slot => slot.SessionId, (e, slot) => new { e.PersonId, e.Scheme, slot.Minutes })
            .GroupBy(line => new { line.PersonId, line.Scheme })
            .Select(group => new { group.Key.PersonId, group.Key.Scheme, Minutes = group.Sum(line => line.Minutes) })
            .ToListAsync(ct)).ToDictionary(line => (line.PersonId, line.Scheme!), line => line.Minutes);
}
