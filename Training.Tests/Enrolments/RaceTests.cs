using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Enrolments;
using Training.Domain.TimeRelease;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Enrolments;

/// <summary>Two people do different things with one session at the same instant. Whoever comes first, seats and hours are right afterwards.</summary>
public class RaceTests
{
    private const int Rounds = 6;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Approving_while_the_person_withdraws_leaves_no_seat_and_no_hours_behind(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        foreach (var round in Enumerable.Range(1, Rounds))
        {
            var session = await school.SessionAsync($"S-{round}", 1, $"2026-05-{round + 3:00}");
            var person = await school.PersonAsync($"P{round}");
            var asked = await school.AskAsync(session, person);

            await Task.WhenAll(school.DecideAsync(asked, approve: true), school.WithdrawAsync(asked));

            (await school.StatusAsync(asked)).ShouldBe(EnrolmentStatus.WithdrawnInTime);
            (await school.SeatsTakenAsync(session)).ShouldBe(0);
            (await school.ReservedAsync(person)).ShouldBe(0);
        }

        await LedgerShouldBalanceAsync(school);
    }

    [Theory, BothDatabases]
    public async Task Approving_and_asking_while_the_school_cancels_leave_nobody_in_the_session(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        foreach (var round in Enumerable.Range(1, Rounds))
        {
            var session = await school.SessionAsync($"S-{round}", 5, $"2026-05-{round + 3:00}");
            var (asks, comes) = (await school.PersonAsync($"P{round}"), await school.PersonAsync($"Q{round}"));
            var asked = await school.AskAsync(session, asks);

            var cancelled = school.CallOffAsync(session);
            var comer = school.EnrolAsync(session, school.Employer, approve: true, comes);
            await Task.WhenAll(school.DecideAsync(asked, approve: true), comer, cancelled);
            if ((await cancelled).Refusal is { } refusal)
            {
                refusal.ShouldBeOfType<ChangedMeanwhile>();
                (await school.CallOffAsync(session)).Granted();
            }

            (await school.StatusAsync(asked)).ShouldBe(EnrolmentStatus.CancelledBySchool);
            if (!(await comer).Single().Outcome.IsRefused)
                (await school.StatusAsync((await comer).Single().Outcome.Value)).ShouldBe(EnrolmentStatus.CancelledBySchool);
            (await school.SeatsTakenAsync(session)).ShouldBe(0);
            (await school.ReservedAsync(asks)).ShouldBe(0);
            (await school.ReservedAsync(comes)).ShouldBe(0);
        }

        await LedgerShouldBalanceAsync(school);
    }

    [Theory, BothDatabases]
    public async Task Replacing_while_the_list_moves_gives_each_seat_to_one(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        foreach (var round in Enumerable.Range(1, Rounds))
        {
            var session = await school.SessionAsync($"S-{round}", 2, $"2026-05-{round + 3:00}");
            var (stays, leaves) = (await school.PersonAsync($"A{round}"), await school.PersonAsync($"B{round}"));
            var (waits, colleague) = (await school.PersonAsync($"C{round}"), await school.PersonAsync($"D{round}"));
            var (first, second) = (await school.EnrolAsync(session, stays), await school.EnrolAsync(session, leaves));
            var waiting = await school.EnrolAsync(session, waits);

            var replaced = school.ReplaceAsync(first, colleague);
            var withdrawn = school.WithdrawAsync(second);
            await Task.WhenAll(replaced, withdrawn, school.LetTimeWorkAsync());

            (await replaced).Granted();
            (await withdrawn).Granted().ShouldBe(EnrolmentStatus.WithdrawnInTime);
            (await school.StatusAsync(waiting)).ShouldBe(EnrolmentStatus.Invited);
            (await school.SeatsTakenAsync(session)).ShouldBe(2);
            (await school.ReservedAsync(colleague)).ShouldBe(360);
            (await school.ReservedAsync(stays)).ShouldBe(0);
        }

        await LedgerShouldBalanceAsync(school);
    }

    [Theory, BothDatabases]
    public async Task Sending_the_same_request_twice_at_once_makes_one(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        foreach (var round in Enumerable.Range(1, Rounds))
        {
            var session = await school.SessionAsync($"S-{round}", 5, $"2026-05-{round + 3:00}");
            var person = await school.PersonAsync($"P{round}");

            var lines = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => school.EnrolAsync(session, school.Employer, approve: true, person)));

            lines.Count(line => !line.Single().Outcome.IsRefused).ShouldBe(1);
            lines.Select(line => line.Single().Outcome.Refusal).OfType<AlreadyEnrolled>().Count().ShouldBe(3);
            (await school.SeatsTakenAsync(session)).ShouldBe(1);
        }

        await LedgerShouldBalanceAsync(school);
    }

    [Theory, BothDatabases]
    public async Task Replacing_one_person_twice_at_once_lets_one_colleague_in(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        var session = await school.SessionAsync("S-1", 1, "2026-05-28");
        var leaving = await school.EnrolAsync(session, await school.PersonAsync("Anna"));
        var colleagues = await school.PeopleAsync(3, "Collègue");

        var outcomes = await Task.WhenAll(colleagues.Select(colleague => school.ReplaceAsync(leaving, colleague)));

        outcomes.Count(outcome => !outcome.IsRefused).ShouldBe(1);
        outcomes.Where(outcome => outcome.IsRefused).ShouldAllBe(outcome => outcome.Refusal is NoSeatToHandOver);
        (await school.SeatsTakenAsync(session)).ShouldBe(1);
        await LedgerShouldBalanceAsync(school);
    }

    /// <summary>Minutes are set aside for confirmed seats and for nobody else, and every total is the sum of its lines.</summary>
    private static async Task LedgerShouldBalanceAsync(EnrolmentSchool school)
    {
        var accounts = await school.ReadAsync(db => db.TimeReleaseAccounts.AsNoTracking().Include(a => a.Entries).ToListAsync(Ct));
        foreach (var account in accounts)
        {
            account.ReservedMinutes.ShouldBe(account.Entries.Sum(e => e.To == LedgerAccount.Reserved ? e.Minutes : e.From == LedgerAccount.Reserved ? -e.Minutes : 0));
            var confirmed = await school.ReadAsync(db => db.Enrolments.CountAsync(e => e.PersonId == account.PersonId && e.Status == EnrolmentStatus.Confirmed, Ct));
            account.ReservedMinutes.ShouldBe(confirmed * 360);
        }
    }
}
