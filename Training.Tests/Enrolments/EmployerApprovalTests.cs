using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Approvals;
using Training.Domain.Enrolments;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Enrolments;

public class EmployerApprovalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Is_asked_for_by_mail_reminded_of_and_escalated_once_each(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        var (approver, boss) = (await school.PersonAsync("Chef"), await school.PersonAsync("Directrice"));
        await school.ArrangeAsync(new EmployerSettingsFacts(approver.Id, boss.Id));
        var session = await school.SessionAsync("S-1", 5, "2026-05-28");
        await school.AskAsync(session, await school.PersonAsync("Anna"));
        (await school.MailAsync(approver)).ShouldBe([MessageKind.ApprovalAsked]);

        // Three working days from Monday: Thursday.
        school.Clock.SetOfficeTime("2026-03-04 09:00");
        (await ChaseAsync(school)).ShouldBe(0);
        school.Clock.SetOfficeTime("2026-03-05 09:00");
        (await ChaseAsync(school)).ShouldBe(1);
        (await ChaseAsync(school)).ShouldBe(0);
        (await school.MailAsync(approver)).ShouldBe([MessageKind.ApprovalAsked, MessageKind.ApprovalReminded]);

        school.Clock.SetOfficeTime("2026-03-10 09:00");
        await school.LetTimeWorkAsync();
        (await ChaseAsync(school)).ShouldBe(1);
        (await ChaseAsync(school)).ShouldBe(0);
        (await school.MailAsync(boss)).ShouldBe([MessageKind.ApprovalEscalated]);
    }

    [Theory, BothDatabases]
    public async Task Of_ones_own_request_is_refused_unless_the_organisation_allows_it_and_then_recorded(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        var approver = await school.PersonAsync("Chef");
        var (first, second) = (await school.SessionAsync("S-1", 5, "2026-05-28"), await school.SessionAsync("S-2", 5, "2026-06-04"));
        var reader = new Reader { Organisations = [school.Employer.Id], AsSelf = approver.Id };
        var asked = await school.AskAsync(first, approver);

        (await DecideAsync(school, asked, reader)).Refusal.ShouldBeOfType<OwnRequestNotAllowed>();
        (await school.StatusAsync(asked)).ShouldBe(EnrolmentStatus.EmployerPending);
        var notAtOnce = await EnrolAndApproveAsync(school, second.Id, approver);
        (await school.StatusAsync(notAtOnce)).ShouldBe(EnrolmentStatus.EmployerPending, "enrolling oneself and saying yes in one go is no way around");

        await school.ArrangeAsync(new EmployerSettingsFacts(ApproversDecideOnThemselves: true));
        (await DecideAsync(school, asked, reader)).Granted().ShouldBe(EnrolmentStatus.Confirmed);
        (await school.FindAsync(asked)).Transitions.MaxBy(t => t.Number)!.Cause.ShouldBe(StepCause.OwnRequest);
    }

    [Theory, BothDatabases]
    public async Task Takes_one_action_where_officer_and_approver_are_one_person(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        var session = await school.SessionAsync("S-1", 5, "2026-05-28");
        var person = await school.PersonAsync("Anna");

        var enrolment = await school.EnrolAsync(session, person);

        (await school.StatusAsync(enrolment)).ShouldBe(EnrolmentStatus.Confirmed);
        (await school.ReservedAsync(person)).ShouldBe(360);
        (await school.MailAsync(person)).ShouldBe([MessageKind.SeatConfirmed]);
    }

    [Theory, BothDatabases]
    public async Task Refused_without_a_reason_of_the_list_or_in_words_stays_open(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        var session = await school.SessionAsync("S-1", 5, "2026-05-28");
        var asked = await school.AskAsync(session, await school.PersonAsync("Anna"));

        (await school.DecideAsync(asked, approve: false)).Refusal.ShouldBeOfType<ReasonMissing>();
        (await school.DecideAsync(asked, approve: false, StepCause.NoTime)).Granted().ShouldBe(EnrolmentStatus.EmployerRefused);
        (await school.SeatsTakenAsync(session)).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task By_a_link_works_once_and_only_for_its_own_request(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        var approver = await school.PersonAsync("Chef");
        await school.ArrangeAsync(new EmployerSettingsFacts(approver.Id));
        var session = await school.SessionAsync("S-1", 5, "2026-05-28");
        var (asked, other) = (await school.AskAsync(session, await school.PersonAsync("Anna")), await school.AskAsync(session, await school.PersonAsync("Bert")));
        var ask = await school.ReadAsync(db => db.ApprovalAsks.SingleAsync(a => a.EnrolmentId == asked, Ct));

        (await DecideAsync(school, other, Reader.WholeSchool, ask.Id)).Refusal.ShouldBeOfType<ApprovalLinkSpent>();
        (await DecideAsync(school, asked, Reader.WholeSchool, ask.Id)).Granted().ShouldBe(EnrolmentStatus.Confirmed);
        (await DecideAsync(school, asked, Reader.WholeSchool, ask.Id)).Refusal.ShouldBeOfType<ApprovalLinkSpent>();
        (await school.StatusAsync(other)).ShouldBe(EnrolmentStatus.EmployerPending);
    }

    [Theory, BothDatabases]
    public async Task Leaves_a_charge_that_the_school_waives_with_a_reason_and_does_not_ask_again(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-04-01 09:00");
        var session = await school.SessionAsync("S-1", 5, "2026-05-28");
        var (a, b) = (await school.PersonAsync("Anna"), await school.PersonAsync("Bert"));
        var enrolment = await school.EnrolAsync(session, a);
        school.Clock.SetOfficeTime("2026-05-06 10:00");
        await school.WithdrawAsync(enrolment);

        (await WaiveAsync(school, enrolment, " ")).Refusal.ShouldBeOfType<ReasonMissing>();
        (await WaiveAsync(school, enrolment, "Décès dans la famille")).Granted();
        (await school.OwedAsync(enrolment)).ShouldBe(0);
        (await WaiveAsync(school, enrolment, "encore")).Refusal.ShouldBeOfType<NothingToWaive>();

        await school.ReplaceAsync(enrolment, b);
        (await school.OwedAsync(enrolment)).ShouldBe(0, "what is waived is not given back a second time");
    }

    [Theory, BothDatabases]
    public async Task Sets_a_rule_aside_by_an_exception_that_expires(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        var (first, second) = (await school.SessionAsync("S-1", 5, "2026-05-28"), await school.SessionAsync("S-2", 5, "2026-05-28"));
        var person = await school.PersonAsync("Anna");
        await school.EnrolAsync(first, person);
        (await school.EnrolAsync(second, school.Employer, approve: false, person)).Single().Outcome.Refusal.ShouldBeOfType<OverlapsOtherSession>();

        (await GrantAsync(school, second.Id, person, EligibilityRule.NoOverlap, new DateOnly(2026, 3, 4))).Granted();
        (await GrantAsync(school, second.Id, person, EligibilityRule.Employed, new DateOnly(2026, 3, 4))).Refusal.ShouldBeOfType<RuleHasNoException>();

        school.Clock.SetOfficeTime("2026-03-05 09:00");
        (await school.EnrolAsync(second, school.Employer, approve: false, person)).Single().Outcome.Refusal.ShouldBeOfType<OverlapsOtherSession>("it has expired");
        school.Clock.SetOfficeTime("2026-03-04 09:00");
        (await school.EnrolAsync(second, school.Employer, approve: false, person)).Single().Outcome.Granted();
    }

    private static Task<int> ChaseAsync(EnrolmentSchool school) => school.UseAsync((ChaseApprovals use) => use.HandleAsync(Ct));

    private static Task<Outcome<EnrolmentStatus>> DecideAsync(EnrolmentSchool school, EnrolmentId id, Reader reader, ApprovalAskId? via = null) =>
        school.UseAsync((DecideRequest use) => use.HandleAsync(new(id, Approve: true, null, reader, Via: via), Ct));

    private static async Task<EnrolmentId> EnrolAndApproveAsync(EnrolmentSchool school, Training.Domain.Sessions.SessionId session, Person self) =>
        (await school.UseAsync((EnrolColleagues use) => use.HandleAsync(new(session, school.Employer.Id, [new(self.Id)], new Decider(self.Id)), Ct))).Single().Outcome.Granted();

    private static Task<Outcome<Done>> WaiveAsync(EnrolmentSchool school, EnrolmentId id, string reason) =>
        school.UseAsync((WaiveCharge use) => use.HandleAsync(new(id, reason), Ct));

    private static Task<Outcome<Done>> GrantAsync(
        EnrolmentSchool school, Training.Domain.Sessions.SessionId session, Person person, EligibilityRule rule, DateOnly expires) =>
        school.UseAsync((GrantException use) => use.HandleAsync(new(session, person.Id, rule, "Accord du chef", expires), Ct));
}
