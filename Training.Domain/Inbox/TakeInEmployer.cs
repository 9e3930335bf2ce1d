using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Inbox;

/// <summary>
/// Makes an employer that the school did not know, its first person and that person's enrolment, from one page. Employer and person
/// stay when the session refuses the enrolment; the refusal says why.
/// </summary>
public sealed class TakeInEmployer(TrainingDbContext db, OfficeClock clock, ICurrentActor current, EnrolColleagues enrol)
{
    private const string CodePrefix = "NEW-";

    /// <param name="Session">Where the person wants to be enrolled, or nowhere yet.</param>
    /// <param name="From">The message of the inbox that this settles.</param>
    public sealed record Request(
        OrganisationType Type, LocalizedText Name, EnterpriseNumber? Number, LanguageRegime Regime, string SectorCode, PersonFacts Person, EmploymentTerms Terms,
        SessionId? Session, UnknownEmployerId? From);

    public sealed record Result(OrganisationId Organisation, PersonId Person, Outcome<EnrolmentId>? Enrolment);

    public async Task<Outcome<Result>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (request.Number is { } number && await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.EnterpriseNumber == number, ct) is { } known)
            return new EmployerKnownAlready(known.Code);

        var organisation = new Organisation(
            await NextCodeAsync(ct), new OrganisationFacts(request.Type, request.Name, request.Number, null, request.Regime, request.SectorCode, null));
        var person = new Person(request.Person);
        db.AddRange(organisation, person, new Employment(person.Id, organisation.Id, request.Terms));
        if (request.From is { } from)
            (await db.UnknownEmployers.Where(e => e.Id == from).OneAsync(ct)).Settle(current.Actor.Name, clock.Now);
        await db.SaveChangesAsync(ct);

        var enrolled = request.Session is { } session
            ? (await enrol.HandleAsync(new(session, organisation.Id, [new(person.Id)]), ct))[0].Outcome
            : (Outcome<EnrolmentId>?)null;
        return new Result(organisation.Id, person.Id, enrolled);
    }

    private async Task<string> NextCodeAsync(CancellationToken ct)
    {
        var last = (await db.Organisations.Where(o => o.Code.StartsWith(CodePrefix)).Select(o => o.Code).ToListAsync(ct))
            .Select(code => int.TryParse(code[CodePrefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty().Max();
        return string.Create(CultureInfo.InvariantCulture, $"{CodePrefix}{last + 1:000}");
    }
}
