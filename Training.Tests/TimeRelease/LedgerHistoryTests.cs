using FsCheck.Xunit;
using Shouldly;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.TimeRelease;
using Xunit;

namespace Training.Tests.TimeRelease;

/// <summary>
/// Random histories of one person's year and the next: hire, change of hours, reservation, attendance, correction, cancellation, take-over by
/// a colleague, carry-over. A failing one is shrunk to the few steps that it takes.
/// </summary>
public class LedgerHistoryTests
{
    [Property(MaxTest = 10_000)]
    public void Keeps_every_invariant((byte What, byte Much)[] steps)
    {
        var history = new History();
        foreach (var (what, much) in steps)
        {
            history.Step(what % History.Kinds, much);
            history.Accounts.ShouldAllBe(account => account.AvailableMinutes >= 0);
        }

        history.Check();
        history.EndEverything();
        history.Check();
        history.Accounts.ShouldAllBe(account => account.ReservedMinutes == 0);
    }

    [Fact]
    public void Is_replayed_to_the_same_balances()
    {
        var history = new History();
        foreach (var step in Enumerable.Range(0, 400))
            history.Step(step * 31 / 7 % History.Kinds, (byte)(step * 37));

        history.Accounts.Sum(account => account.Entries.Count).ShouldBeGreaterThan(20);
        history.Check();
    }

    private sealed class History
    {
        public const int Kinds = 9;

        private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

        private readonly List<(TimeReleaseAccount Account, EnrolmentId Enrolment, Guid HalfDay, int Minutes)> _seats = [];
        private readonly PersonId[] _people = [PersonId.New(), PersonId.New()];
        private readonly OrganisationId _employer = OrganisationId.New();
        private readonly Dictionary<(PersonId, int), TimeReleaseAccount> _accounts = [];

        public IEnumerable<TimeReleaseAccount> Accounts => _accounts.Values;

        public void Step(int what, byte much)
        {
            var person = _people[much % 2];
            var account = Open(person, 2026);
            switch (what)
            {
                case 0: // hire, change of hours or leave
                    if (!account.IsClosed)
                        account.Entitle(much * 10, CauseOf(LedgerCause.YearOpened));
                    break;
                case 1:
                    Reserve(account, 30 + (much * 3));
                    break;
                case 2: // part attended, part justified, the rest pending
                    Settle(much, attended: much / 3, justified: much / 4);
                    break;
                case 3: // everything decided
                    Settle(much, attended: int.MaxValue, justified: 0);
                    break;
                case 4: // everything justified, perhaps after it was attended
                    Settle(much, attended: 0, justified: int.MaxValue);
                    break;
                case 5:
                    Cancel(much);
                    break;
                case 6:
                    Replace(much);
                    break;
                case 7:
                    Close(account, much);
                    break;
                default:
                    if (account.IsClosed)
                        account.Reopen();
                    else
                        account.UseElsewhere(LedgerEntryKind.Elsewhere, much, CauseOf(LedgerCause.Import) with { Proof = new("1", "x") });
                    break;
            }
        }

        public void EndEverything()
        {
            while (_seats.Count > 0)
                Cancel(0);
        }

        public void Check()
        {
            foreach (var account in Accounts)
            {
                var entries = account.Entries;
                int On(LedgerAccount of) => entries.Sum(e => e.On(of));

                Enum.GetValues<LedgerAccount>().Sum(On).ShouldBe(0, "double entry");
                account.AvailableMinutes.ShouldBe(On(LedgerAccount.Granted), "balance = sum of entries");
                account.AvailableMinutes.ShouldBeGreaterThanOrEqualTo(0, "never below nothing");
                account.ReservedMinutes.ShouldBe(On(LedgerAccount.Reserved));
                account.ConsumedMinutes.ShouldBe(On(LedgerAccount.Consumed));
                account.ExpiredMinutes.ShouldBe(On(LedgerAccount.Expired));
                account.CarriedOverMinutes.ShouldBe(On(LedgerAccount.CarriedOver));
                account.ElsewhereMinutes.ShouldBe(On(LedgerAccount.Elsewhere));
                account.EntitledMinutes.ShouldBe(entries.Where(e => e.Kind == LedgerEntryKind.Grant).Sum(e => e.Minutes) - On(LedgerAccount.Corrected));
                entries.Where(e => e.Kind == LedgerEntryKind.Exception).ShouldAllBe(e => e.Note != null);
                foreach (var enrolment in entries.Where(e => e.EnrolmentId is not null).GroupBy(e => e.EnrolmentId))
                    enrolment.Sum(e => e.On(LedgerAccount.Reserved)).ShouldBeGreaterThanOrEqualTo(0, "no reservation below nothing");
            }

            Accounts.Where(a => a.Year == 2026).Sum(a => a.CarriedOverMinutes)
                .ShouldBe(Accounts.Where(a => a.Year == 2027).Sum(a => a.Entries.Where(e => e.Kind == LedgerEntryKind.CarryIn).Sum(e => e.Minutes)));
        }

        private TimeReleaseAccount Open(PersonId person, int year)
        {
            if (_accounts.TryGetValue((person, year), out var known))
                return known;

            var account = new TimeReleaseAccount(person, _employer, Schemes.GecoLocal, year, isCapped: false);
            account.Cap(2280, CauseOf(LedgerCause.YearOpened));
            return _accounts[(person, year)] = account;
        }

        private void Reserve(TimeReleaseAccount account, int minutes)
        {
            var enrolment = EnrolmentId.New();
            if (!account.Reserve(minutes, CauseOf(LedgerCause.Enrolment, enrolment)).IsRefused)
                _seats.Add((account, enrolment, Guid.CreateVersion7(), minutes));
        }

        private void Settle(byte which, int attended, int justified)
        {
            if (_seats.Count == 0)
                return;

            var (account, enrolment, halfDay, minutes) = _seats[which % _seats.Count];
            var consumed = Math.Min(attended, minutes);
            var due = new HalfDayDue(consumed, Math.Min(justified, minutes - consumed));
            var held = account.Entries.Where(e => e.EnrolmentId == enrolment).ToList();
            var cause = CauseOf(LedgerCause.HalfDay, enrolment) with { CauseId = halfDay };
            if (!due.Settle(account, held, cause))
            {
                account.IsClosed.ShouldBeTrue("only a closed year refuses");
                return;
            }

            var lines = account.Entries.Count;
            due.Settle(account, [.. account.Entries.Where(e => e.EnrolmentId == enrolment)], cause);
            account.Entries.Count.ShouldBe(lines, "settling again adds nothing");
        }

        private void Cancel(byte which)
        {
            if (_seats.Count == 0)
                return;

            var (account, enrolment, _, _) = _seats[which % _seats.Count];
            if (account.IsClosed)
                account.Reopen();
            account.Release(account.Entries.Where(e => e.EnrolmentId == enrolment).Sum(e => e.On(LedgerAccount.Reserved)), CauseOf(LedgerCause.Enrolment, enrolment));
            _seats.RemoveAll(seat => seat.Enrolment == enrolment);
        }

        private void Replace(byte which)
        {
            if (_seats.Count == 0)
                return;

            var seat = _seats[which % _seats.Count];
            Cancel(which);
            Reserve(Open(_people.First(person => person != seat.Account.PersonId), seat.Account.Year), seat.Minutes);
        }

        private void Close(TimeReleaseAccount account, byte much)
        {
            if (account.IsClosed || account.ReservedMinutes > 0)
                return;

            var moves = account.Close(much / 255m, CauseOf(LedgerCause.YearClosed));
            if (moves > 0)
                Open(account.PersonId, account.Year + 1).CarryIn(moves, CauseOf(LedgerCause.YearClosed));
        }

        private static LedgerCauseOf CauseOf(LedgerCause cause, EnrolmentId? enrolment = null) =>
            new(cause, enrolment?.Value ?? Guid.CreateVersion7(), enrolment, "tester", Now);
    }
}
