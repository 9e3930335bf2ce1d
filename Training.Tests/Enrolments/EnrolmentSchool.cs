using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Training.Domain;
using Training.Domain.Approvals;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Messages;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Enrolments;

/// <summary>A school with one employer, for tests of what becomes of requests. Its staff are in GECO posts, so that every seat reserves hours.</summary>
internal sealed class EnrolmentSchool : IAsyncDisposable
{
    private readonly TestSchool _school;
    private readonly Room _room = new("Salle 1");
    private readonly Course _course = new("C-1", CourseKind.Course);
    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    private EnrolmentSchool(TestSchool school) => _school = school;

    public Organisation Employer { get; private set; } = null!;

    public FakeTimeProvider Clock => _school.Clock;

    /// <summary>Services that share nothing with the school's own but its database and its clock, as another process would.</summary>
    public ServiceProvider ServicesOfAnotherProcess() => _school.AnotherOnTheSameDatabase();

    public static async Task<EnrolmentSchool> OnAsync(Engine engine, string now)
    {
        var made = new EnrolmentSchool(await TestSchool.OnAsync(engine));
        made.Clock.SetOfficeTime(now);
        made.Employer = await made.EmployerAsync("ORG-1");
        made._course.Publish(made._course.Revise(new CourseTerms(
            new LocalizedText("Cours", "Opleiding"), new LocalizedText("…", "…"), ["prevention"], 360, AttendancePolicyKind.GsobThreshold, 0.75m, 200, "COCOF")));
        await made.SaveAsync(made._room, made._course);
        return made;
    }

    public async Task<Organisation> EmployerAsync(string code)
    {
        var organisation = new Organisation(code, new OrganisationFacts(
            OrganisationType.Association, new LocalizedText(code, code), null, null, LanguageRegime.Bilingual, "SEC-COH", null));
        await SaveAsync(organisation);
        return organisation;
    }

    public async Task<Person> PersonAsync(string firstName, Organisation? employer = null)
    {
        var person = new Person(new PersonFacts(firstName, "Test", $"{firstName}@example.org", CorrespondenceLanguage.Fr, Gender.NotStated, null, null));
        var terms = new EmploymentTerms("FUN-SW", 1, FundingStatus.GecoAssociation, StaffCategory.Private, 4, "ACS-1", new DateOnly(2020, 1, 1));
        await SaveAsync(person, new Employment(person.Id, (employer ?? Employer).Id, terms));
        return person;
    }

    public async Task<IReadOnlyList<Person>> PeopleAsync(int count, string name = "Personne")
    {
        var people = new List<Person>();
        foreach (var number in Enumerable.Range(1, count))
            people.Add(await PersonAsync($"{name}{number:00}"));
        return people;
    }

    /// <summary>A session of full days (360 minutes each) of the one course.</summary>
    public async Task<Session> SessionAsync(string code, int seats, params string[] days)
    {
        var session = new Session(code, _course.PublishedVersionId!.Value, TeachingLanguage.Fr, _room.Id, 1, seats);
        foreach (var day in days.Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", null)))
        {
            session.Plan(day, new TimeInterval(new(9, 0), new(12, 0)));
            session.Plan(day, new TimeInterval(new(13, 0), new(16, 0)));
        }

        await SaveAsync(session);
        return session;
    }

    /// <summary>Asks, without the employer's answer.</summary>
    public async Task<EnrolmentId> AskAsync(Session session, Person person, Organisation? employer = null) =>
        (await EnrolAsync(session, employer ?? Employer, approve: false, person)).Single().Outcome.Granted();

    /// <summary>Asks and approves at once.</summary>
    public async Task<EnrolmentId> EnrolAsync(Session session, Person person, Organisation? employer = null) =>
        (await EnrolAsync(session, employer ?? Employer, approve: true, person)).Single().Outcome.Granted();

    public Task<IReadOnlyList<EnrolColleagues.Line>> EnrolAsync(Session session, Organisation employer, bool approve, params IReadOnlyList<Person> people) =>
        UseAsync((EnrolColleagues use) => use.HandleAsync(
            new(session.Id, employer.Id, [.. people.Select(p => new EnrolColleagues.Wish(p.Id))], approve ? new Decider(null) : null), _ct));

    public Task<Outcome<EnrolmentStatus>> DecideAsync(EnrolmentId enrolment, bool approve, StepCause? cause = null) =>
        UseAsync((DecideRequest use) => use.HandleAsync(new(enrolment, approve, null, Reader.WholeSchool, cause), _ct));

    public Task<Outcome<EnrolmentStatus>> WithdrawAsync(EnrolmentId enrolment, DateTimeOffset? received = null) =>
        UseAsync((WithdrawEnrolment use) => use.HandleAsync(new(enrolment, null, Reader.WholeSchool, received), _ct));

    public Task<Outcome<EnrolmentId>> ReplaceAsync(EnrolmentId leaving, Person colleague, bool approve = true) =>
        UseAsync((ReplaceParticipant use) => use.HandleAsync(new(leaving, colleague.Id, Reader.WholeSchool, approve ? new Decider(null) : null), _ct));

    public Task<Outcome<EnrolmentStatus>> AnswerAsync(EnrolmentId enrolment, bool accept) =>
        UseAsync((AnswerOffer use) => use.HandleAsync(new(enrolment, accept, Reader.WholeSchool), _ct));

    public Task<int> LetTimeWorkAsync() => UseAsync((KeepWaitingLists use) => use.HandleAsync(_ct));

    /// <summary>The school calls a session off.</summary>
    public async Task CancelAsync(Session session)
    {
        await using var scope = _school.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(_ct);
        await scope.ServiceProvider.GetRequiredService<ReleaseCancelledSession>().ApplyAsync(session, "Salle inondée", _ct);
        await db.SaveChangesAsync(_ct);
        await transaction.CommitAsync(_ct);
    }

    public Task<Outcome<Done>> CallOffAsync(Session session) =>
        UseAsync((CancelSession use) => use.HandleAsync(new(session.Id, "Salle inondée"), _ct));

    public Task<Enrolment> FindAsync(EnrolmentId id) => ReadAsync(db => db.Enrolments.AsNoTracking().Include(e => e.Transitions).SingleAsync(e => e.Id == id, _ct));

    public async Task<EnrolmentStatus> StatusAsync(EnrolmentId id) => (await FindAsync(id)).Status;

    public Task<int> SeatsTakenAsync(Session session) => ReadAsync(db => db.Sessions.Where(s => s.Id == session.Id).Select(s => s.SeatsTaken).SingleAsync(_ct));

    public async Task<IReadOnlyList<EnrolmentId>> ListAsync(Session session) =>
        [.. (await ReadAsync(db => db.RanksAsync([session.Id], _ct))).OrderBy(place => place.Value).Select(place => place.Key)];

    /// <summary>Minutes set aside for a person.</summary>
    public Task<int> ReservedAsync(Person person) =>
        ReadAsync(db => db.TimeReleaseAccounts.Where(a => a.PersonId == person.Id).SumAsync(a => a.ReservedMinutes, _ct));

    public async Task<decimal> OwedAsync(EnrolmentId id) =>
        (await ReadAsync(db => db.ChargeLines.Where(c => c.EnrolmentId == id).Select(c => c.AmountEur).ToListAsync(_ct))).Sum();

    public Task<List<MessageKind>> MailAsync(Person person) =>
        ReadAsync(db => db.OutboxMessages.Where(m => m.RecipientId == person.Id).OrderBy(m => m.RecordedAt).ThenBy(m => m.Id).Select(m => m.Kind).ToListAsync(_ct));

    public Task ArrangeAsync(EmployerSettingsFacts facts)
    {
        var settings = new EmployerSettings(Employer.Id);
        settings.Restate(facts);
        return SaveAsync(settings);
    }

    public Task<TResult> UseAsync<TUseCase, TResult>(Func<TUseCase, Task<TResult>> use) where TUseCase : notnull => _school.DoAsync(use);

    public Task<TResult> ReadAsync<TResult>(Func<TrainingDbContext, Task<TResult>> read) => _school.ReadAsync(read);

    public Task SaveAsync(params object[] entities) => _school.SaveAsync(entities);

    public ValueTask DisposeAsync() => _school.DisposeAsync();
}

internal static class Outcomes
{
    /// <summary>The value of an outcome that must not be a refusal.</summary>
    public static T Granted<T>(this Outcome<T> outcome) where T : notnull
    {
        outcome.Refusal.ShouldBeNull();
        return outcome.Value!;
    }
}
