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
        var fitting = await FittingAsync(session, employer, people, posts, employments, ct);

        return [.. people.Select(person => new EnrolmentForecast(person.Id, posts[person.Id], [.. fitting[person.Id]], [.. AnswersFor(person)]))];

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
            yield return EnrolmentForecast.ProposedOf([.. fitting[person.Id]]) is { } proposed && EnrolmentForecast.ShortageOf(proposed) is { } shortage
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

    // The federal right of a small employer is no hours at all: it is no scheme to choose.
    private async Task<ILookup<PersonId, SchemeForecast>> FittingAsync(
        Session session, Organisation employer, IReadOnlyList<Person> people, Dictionary<PersonId, Employment?> posts, ILookup<PersonId, Employment> employments, CancellationToken ct)
    {
        var parameters = await db.ParameterBookAsync(ct);
        var course = await db.CourseVersions.AsNoTracking().Where(v => v.Id == session.CourseVersionId).OneAsync(ct);
        var levels = people.ToDictionary(person => person.Id, person => person.LevelHeld);
        var schemes = posts
            .Where(post => post.Value is not null)
            .SelectMany(post => FittingAll(post.Key, post.Value!), (post, scheme) => (Person: post.Key, Scheme: scheme))
            .GroupBy(fit => fit.Scheme, fit => fit.Person);
        var found = new List<(PersonId Person, SchemeForecast Forecast)>();
        foreach (var scheme in schemes)
        {
            foreach (var person in (await YearsAsync(session, employer.Id, scheme.Key, [.. scheme], ct)).GroupBy(line => line.Account.PersonId))
            {
                if (scheme.Key != Schemes.FederalRight || person.Any(line => line.Account.GrantedMinutes > 0))
                    found.Add((person.Key, new SchemeForecast(scheme.Key, [.. person.Select(line => line.Forecast)], LeaveIn(scheme.Key, person.Key, person.Select(line => line.Account)))));
            }
        }

        return found.OrderBy(line => Rank(line.Forecast.Scheme)).ToLookup(line => line.Person, line => line.Forecast);

        IEnumerable<string> FittingAll(PersonId person, Employment post) =>
            PaidEducationalLeave.IsOpenTo([.. employments[person]], employer, session, course, parameters)
                ? Schemes.FittingAll(post, employer).Append(Schemes.PelBru)
                : Schemes.FittingAll(post, employer);

        // What a session gives counts for the school year in which it begins.
        EducationalLeave? LeaveIn(string scheme, PersonId person, IEnumerable<TimeReleaseAccount> years) => scheme == Schemes.PelBru
            ? EducationalLeave.Of(session, course, levels[person], [.. employments[person]], years.First(), parameters)
            : null;
    }

    private static int Rank(string scheme) => Schemes.All.Index().First(known => known.Item == scheme).Index;

    private async Task<IReadOnlyList<(TimeReleaseAccount Account, YearForecast Forecast)>> YearsAsync(
        Session session, OrganisationId organisation, string scheme, IReadOnlyList<PersonId> people, CancellationToken ct)
    {
        var parameters = await db.ParameterBookAsync(ct);
        var lines = new List<(TimeReleaseAccount, YearForecast)>();
        foreach (var year in session.Slots.GroupBy(slot => TimeReleaseYear.Of(scheme, slot.Date, parameters)).OrderBy(year => year.Key.Number))
        {
            var needed = year.Sum(slot => slot.Minutes);
            var asked = await AskedForAsync(organisation, people, scheme, year.Key, ct);
            var opened = await accounts.FindOrOpenAsync([.. people.Select(person => (person, scheme))], organisation, year.Min(slot => slot.Date), ct);
            lines.AddRange(opened.Select(account => (account, new YearForecast(
                year.Key.Number, needed, account.AvailableMinutes - asked.GetValueOrDefault(account.PersonId), account.IsCapped))));
        }

        return lines;
    }

    // Requests that still wait for the employer have reserved nothing yet, and would otherwise promise the same hours twice.
    private Task<Dictionary<PersonId, int>> AskedForAsync(
        OrganisationId organisation, IReadOnlyList<PersonId> people, string scheme, TimeReleaseYear year, CancellationToken ct) =>
        db.Enrolments
            .Where(e => people.Contains(e.PersonId) && e.OrganisationId == organisation && e.Scheme == scheme
                && (e.Status == EnrolmentStatus.EmployerPending || e.Status == EnrolmentStatus.Invited))
            .Join(db.TeachingSlots.Where(slot => slot.Date >= year.First && slot.Date <= year.Last), e => e.SessionId, slot => slot.SessionId, (e, slot) => new { e.PersonId, slot.Minutes })
            .GroupBy(line => line.PersonId)
            .Select(group => new { Person = group.Key, Minutes = group.Sum(line => line.Minutes) })
            .ToDictionaryAsync(line => line.Person, line => line.Minutes, ct);
}
