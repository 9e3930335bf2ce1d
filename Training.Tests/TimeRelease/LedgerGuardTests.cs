using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Enrolments;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.TimeRelease;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Xunit;
using static Training.Tests.TimeRelease.LedgerSteps;

namespace Training.Tests.TimeRelease;

/// <summary>What the ledger holds against: a run that breaks off, two at once, figures that are missing, and hands that change it.</summary>
public class LedgerGuardTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Completes_a_settlement_run_that_broke_off_and_counts_nothing_twice(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var people = new List<Person>();
        foreach (var number in Enumerable.Range(1, 4))
        {
            people.Add(await taught.PersonAsync(employer, $"P{number}"));
            var session = await taught.SessionAsync($"S-{number}", 360, new(2026, 12, number));
            var enrolment = await taught.EnrolAsync(session, employer, people[^1]);
            await taught.TeachAsync(session, (enrolment, new Presence(Absent: true)));
            await taught.RuleAsync(enrolment, session.FirstDay!.Value, AbsenceKind.Unjustified);
            await taught.SealAsync(session);
        }

        // From now on unjustified absence gives the minutes back, so that every half-day is due again; the database fails in the middle.
        await SetAsync(school, ParameterKeys.GecoUnjustifiedConsumes, "false");
        var third = (await AccountAsync(school, people[2].Id)).Id;
        await FailForAsync(school, third);
        await Should.ThrowAsync<DbUpdateException>(() => school.DoAsync((SettleSealedHalfDays use) => use.HandleAsync(new(), Ct)));
        (await school.ReadAsync(db => db.TimeReleaseAccounts.CountAsync(a => a.ConsumedMinutes == 0, Ct))).ShouldBeInRange(0, 3);
        await ShouldHoldAsync(school);

        await school.ReadAsync(db => db.Database.ExecuteSqlRawAsync(engine == Engine.Sqlite
            ? "drop trigger breaks_off" : "drop trigger breaks_off on ledger_entries", Ct));
        await school.DoAsync((SettleSealedHalfDays use) => use.HandleAsync(new(), Ct));
        var again = await school.DoAsync((SettleSealedHalfDays use) => use.HandleAsync(new(), Ct));

        again.Lines.ShouldBe(0);
        foreach (var person in people)
        {
            var account = await AccountAsync(school, person.Id);
            (account.ConsumedMinutes, account.ReservedMinutes, account.AvailableMinutes).ShouldBe((0, 0, 2280));
        }

        await ShouldHoldAsync(school);
    }

    [Theory, BothDatabases]
    public async Task Lets_one_of_two_approvals_at_once_have_the_last_hours(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var person = await taught.PersonAsync(employer, "Ana", 0.25m);
        var asked = new List<EnrolmentId>();
        foreach (var number in new[] { 1, 2 })
        {
            var session = await taught.SessionAsync($"S-{number}", 360, new(2026, 12, number));
            var lines = await school.DoAsync((EnrolColleagues use) => use.HandleAsync(new(session.Id, employer.Id, [new(person.Id, UseTimeRelease: true)]), Ct));
            if (!lines[0].Outcome.IsRefused)
                asked.Add(lines[0].Outcome.Value);
        }

        var both = await Task.WhenAll(asked.Concat(asked).Select(id =>
            school.DoAsync((DecideRequest use) => use.HandleAsync(new(id, Approve: true, null, Reader.WholeSchool), Ct))));

        both.Count(outcome => !outcome.IsRefused).ShouldBe(1);
        var account = await AccountAsync(school, person.Id);
        (account.ReservedMinutes, account.AvailableMinutes).ShouldBe((360, 570 - 360));
        await ShouldHoldAsync(school);
    }

    [Theory, BothDatabases]
    public async Task Names_the_key_and_the_date_for_a_year_without_figures(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var person = await taught.PersonAsync(employer, "Ana");
        await school.SaveAsync(new SchemeAdoption(employer.Id, Schemes.GecoLocal, new(2011, 1, 1), "Ancien règlement", "tester", school.Clock.GetUtcNow()));

        var missing = await Should.ThrowAsync<MissingParameterException>(() => school.DoAsync((TimeReleaseAccounts accounts) =>
            accounts.FindOrOpenAsync(person.Id, employer.Id, Schemes.GecoLocal, new(2011, 5, 2), Ct)));

        missing.Message.ShouldContain("geco.");
        missing.Message.ShouldContain("2011-05-02");
    }

    [Theory, BothDatabases]
    public async Task Is_never_changed_or_deleted_not_even_past_the_product(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        await taught.PersonAsync(employer, "Ana");
        await school.DoAsync((OpenAccounts use) => use.HandleAsync(new(), Ct));
        await school.SaveAsync(new YearMark(employer.Id, Schemes.GecoLocal, 2025, YearStep.Closed, "tester", school.Clock.GetUtcNow()));

        foreach (var statement in new[]
        {
            "update ledger_entries set minutes = 1", "delete from ledger_entries", "update year_marks set year = 2024", "delete from year_marks",
            "update parameters set value = '1'", "delete from parameters",
        })
        {
            var refused = await Should.ThrowAsync<System.Data.Common.DbException>(() => school.ReadAsync(db => db.Database.ExecuteSqlRawAsync(statement, Ct)), statement);
            refused.Message.ShouldContain("append-only");
        }
    }

    [Theory, BothDatabases]
    public async Task Is_told_apart_by_the_first_fault_when_somebody_tampers(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var person = await taught.PersonAsync(employer, "Ana");
        await TeachAsync(school, taught, employer, person, "S-1", 360, new(2026, 12, 7));
        await ShouldHoldAsync(school);

        await school.ReadAsync(db => db.Database.ExecuteSqlRawAsync("update time_release_accounts set consumed_minutes = consumed_minutes - 60", Ct));

        var fault = await school.DoAsync((VerifyLedger use) => use.HandleAsync(Ct));
        fault.ShouldBe(new LedgerFault(LedgerFaultKind.TotalsDiffer, (await AccountAsync(school, person.Id)).Id.Value));
    }

    [Theory, BothDatabases]
    public async Task Consumes_a_minute_from_one_scheme_only(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var person = await taught.PersonAsync(employer, "Ana");
        var enrolment = await TeachAsync(school, taught, employer, person, "S-1", 360, new(2026, 12, 7));

        var halfDay = await school.ReadAsync(db => db.LedgerEntries.Where(e => e.Kind == LedgerEntryKind.Consume).Select(e => e.CauseId).FirstAsync(Ct));
        var second = new TimeReleaseAccount(person.Id, employer.Id, Schemes.FederalRight, 2026, isCapped: false);
        var cause = new LedgerCauseOf(LedgerCause.HalfDay, halfDay, enrolment, "tester", school.Clock.GetUtcNow());
        second.Reserve(10, cause);
        second.Consume(10, cause);

        var refused = await Should.ThrowAsync<DbUpdateException>(() => school.SaveAsync(second));
        refused.InnerException!.Message.ShouldContain("one scheme only");
    }

    // The database itself gives up on one account's lines, as it does when a disk is full or a connection is cut.
    private static Task<int> FailForAsync(TestSchool school, TimeReleaseAccountId account) => school.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
        school.Engine == Engine.Sqlite
            ? string.Create(CultureInfo.InvariantCulture, $"create trigger breaks_off before insert on ledger_entries when new.account_id = '{account.Value.ToString().ToUpperInvariant()}' begin select raise(abort, 'broken off'); end")
            : string.Create(CultureInfo.InvariantCulture, $"create function break_off() returns trigger language plpgsql as $$ begin raise exception 'broken off'; end $$; create trigger breaks_off before insert on ledger_entries for each row when (new.account_id = '{account.Value}') execute function break_off()"), Ct));
}
