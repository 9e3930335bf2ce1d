using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Enrolments;

/// <summary>The people of an organisation who can be enrolled in a session, each with what it would come to before any button is pressed.</summary>
public sealed record EnrolPage(
    SessionHeading Session, LocalizedText Organisation, EnrolForm Form, IReadOnlyList<EnrolPage.Colleague> Colleagues, int Found, bool TakesRequests)
{
    private const int MaxShown = 60;

    /// <summary>Who enrols may say yes for the employer at the same time.</summary>
    public bool MayApprove { get; init; }

    /// <summary>What was refused when the form was sent, worded above the list.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>What was granted when the form was sent and somebody else on it was refused.</summary>
    public IReadOnlyList<EnrolResultPage.Line> Enrolled { get; init; } = [];

    /// <summary>Lines of a pasted list that fit nobody, or more than one.</summary>
    public IReadOnlyList<string> NotRecognised { get; init; } = [];

    public bool ShowsAll => Colleagues.Count == Found;

    public sealed record Colleague(PersonId Id, string Name, LocalizedText Function, decimal FteFraction, EnrolmentForecast Forecast)
    {
        public bool LacksHours => Forecast.Obstacle is Domain.TimeRelease.NotEnoughTimeRelease;

        public bool CanBeTicked => Forecast.Obstacle is null || Forecast.FitsUnderAnother;

        /// <summary>Something is to be explained: a rule that says no or ask, or an exception.</summary>
        public bool HasSomethingToExplain => Forecast.Answers.Any(answer => answer.Answer != EligibilityAnswer.Yes || answer.ExceptionUntil is not null);
    }

    private sealed record Candidate(Person Person, LocalizedText Function, decimal FteFraction);

    public static async Task<EnrolPage> FindAsync(
        TrainingDbContext db, EnrolmentForecasts forecasts, string code, OrganisationId organisation, EnrolForm form, DateOnly today, CancellationToken ct)
    {
        var wanted = code.AsCode();
        var session = await db.Sessions.AsNoTracking().Include(s => s.Slots).Where(s => s.Code == wanted && s.FirstDay != null).OneAsync(ct);
        var heading = await SessionHeading.FindAsync(db, session, ct);
        var employer = await db.Organisations.AsNoTracking().Where(o => o.Id == organisation).OneAsync(ct);

        var candidates = (await CandidatesAsync(db, organisation, session.FirstDay!.Value, ct)).ToList();
        var pasted = PastedList.Match(form.ListLines, [.. candidates.Select(c => c.Person)]);
        foreach (var person in pasted.Select(line => line.Person).OfType<Person>().Where(person => !form.Ticked.Contains(person.Id.Value)))
            form.Person.Add(person.Id.Value);

        var words = new SearchWords(form.Q);
        var ticked = form.Ticked.ToHashSet();
        var found = candidates
            .Where(c => words.IsEmpty || ticked.Contains(c.Person.Id.Value)
                || words.FoundIn(c.Person.FirstName, c.Person.LastName, c.Function.Fr, c.Function.Nl, c.Function.En))
            .OrderByDescending(c => ticked.Contains(c.Person.Id.Value))
            .ThenBy(c => c.Person.LastName, StringComparer.CurrentCultureIgnoreCase).ThenBy(c => c.Person.FirstName, StringComparer.CurrentCultureIgnoreCase)
            .ToList();

        var shown = found.Take(Math.Max(MaxShown, ticked.Count)).ToList();
        var ahead = (await forecasts.OfAsync(session, organisation, [.. shown.Select(c => c.Person)], ct)).ToDictionary(forecast => forecast.Person);

        return new EnrolPage(
            heading, employer.Name, form,
            [.. shown.Select(c => new Colleague(c.Person.Id, c.Person.FullName, c.Function, c.FteFraction, ahead[c.Person.Id]))],
            found.Count,
            session.TakesRequestsOn(today))
        {
            NotRecognised = [.. pasted.Where(line => line.Person is null).Select(line => line.Line)],
        };
    }

    private static async Task<IEnumerable<Candidate>> CandidatesAsync(
        TrainingDbContext db, OrganisationId organisation, DateOnly firstDay, CancellationToken ct)
    {
        var staff = await (
            from employment in db.Employments.AsNoTracking()
            join person in db.People on employment.PersonId equals person.Id
            join function in db.StaffFunctions on employment.FunctionCode equals function.Code
            where employment.OrganisationId == organisation && employment.Start <= firstDay && (employment.End == null || employment.End >= firstDay)
            select new { Person = person, function.Label, employment.FteFraction }).ToListAsync(ct);

        return staff.GroupBy(row => row.Person.Id).Select(rows => new Candidate(rows.First().Person, rows.First().Label, rows.Sum(row => row.FteFraction)));
    }
}
