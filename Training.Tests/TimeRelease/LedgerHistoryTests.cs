using FsCheck.Xunit;
using Shouldly;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.TimeRelease;
using Xunit;

namespace Training.Tests.TimeRelease;

/// <summary>
/// Random histories of two people's year and the next under two schemes, one of which caps: hire, change of hours, choice of a scheme,
/// reservation, attendance, correction, cancellation, return under another scheme, take-over by a colleague, carry-over. A failing one is shrunk to the few steps that it takes.
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
            history.Accounts.ShouldAllBe(account => !account.IsCapped || account.AvailableMinutes >= 0);
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
        public const int Kinds = 10;

        private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

        private readonly List<(TimeReleaseAccount Account, EnrolmentId Enrolment, Guid HalfDay, int Minutes)> _seats = [];
        private readonly PersonId[] _people = [PersonId.New(), PersonId.New()];
        private readonly OrganisationId _employer = OrganisationId.New();
        private readonly Dictionary<(PersonId, string, int), TimeReleaseAccount> _accounts = [];

        public IEnumerable<TimeReleaseAccount> Accounts => _accounts.Values;

        public void Step(int what, byte much)
        {
            var person = _people[much % 2];
            var account = Open(person, SchemeOf(much), 2026);
            switch (what)
            {
                case 0: // hire, change of hours or leave
                    if (!account.IsClosed)
                        account.Entitle(much * 10, CauseOf(LedgerCause.YearOpened));
                    break;
                case 1:
                    Reserve(Chosen(person, 30 + (much * 3), much), EnrolmentId.New(), 30 + (much * 3));
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
                case 8:
                    ComeBack(much);
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
                if (account.IsCapped)
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

            foreach (var scheme in Accounts.ToLookup(a => a.Scheme))
            {
                scheme.Where(a => a.Year == 2026).Sum(a => a.CarriedOverMinutes)
                    .ShouldBe(scheme.Where(a => a.Year == 2027).Sum(a => a.Entries.Where(e => e.Kind == LedgerEntryKind.CarryIn).Sum(e => e.Minutes)));
            }

            var used =
                from account in Accounts
                from entry in account.Entries
                where entry.EnrolmentId is not null
                group entry.On(LedgerAccount.Consumed) by (entry.EnrolmentId, account.Scheme) into spent
                where spent.Sum() > 0
                select spent.Key;
            used.GroupBy(spent => spent.EnrolmentId).ShouldAllBe(enrolment => enrolment.Count() == 1);
        }

        private TimeReleaseAccount Open(PersonId person, string scheme, int year)
        {
            if (_accounts.TryGetValue((person, scheme, year), out var known))
                return known;

            var account = new TimeReleaseAccount(person, _employer, scheme, year, isCapped: false);
            if (SchemeRules.CanCap(scheme))
                account.Cap(2280, CauseOf(LedgerCause.YearOpened));
            else
                account.Entitle(1330, CauseOf(LedgerCause.YearOpened));
            return _accounts[(person, scheme, year)] = account;
        }

        private static string SchemeOf(byte much) => much / 2 % 2 == 0 ? Schemes.GecoLocal : Schemes.FederalRight;

        // The scheme that is proposed, or for one in three the one that the officer prefers.
        private TimeReleaseAccount Chosen(PersonId person, int minutes, byte much)
        {
            var fitting = new[] { Schemes.GecoLocal, Schemes.FederalRight }.Select(scheme => Open(person, scheme, 2026)).ToList();
            var ahead = fitting.ConvertAll(account => new SchemeForecast(account.Scheme, [new YearForecast(account.Year, minutes, account.AvailableMinutes, account.IsCapped)]));
            var proposed = EnrolmentForecast.ProposedOf(ahead)!;
            (proposed.HasHours || !ahead.Exists(scheme => scheme.HasHours)).ShouldBeTrue("a scheme with hours is proposed before one without");
            return Open(person, much % 3 == 0 ? SchemeOf(much) : proposed.Scheme, 2026);
        }

        private void Reserve(TimeReleaseAccount account, EnrolmentId enrolment, int minutes)
        {
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

        // Somebody who has not been seen yet withdraws and asks again under the other scheme.
        private void ComeBack(byte which)
        {
            if (_seats.Count == 0)
                return;

            var (account, enrolment, _, minutes) = _seats[which % _seats.Count];
            if (account.Entries.Where(e => e.EnrolmentId == enrolment).Sum(e => e.On(LedgerAccount.Consumed)) > 0)
                return;

            Cancel(which);
            Reserve(Open(account.PersonId, account.Scheme == Schemes.GecoLocal ? Schemes.FederalRight : Schemes.GecoLocal, account.Year), enrolment, minutes);
        }

        private void Replace(byte which)
        {
            if (_seats.Count == 0)
                return;

            var seat = _seats[which % _seats.Count];
            Cancel(which);
            Reserve(Chosen(_people.First(person => person != seat.Account.PersonId), seat.Minutes, which), EnrolmentId.New(), seat.Minutes);
        }

        private void Close(TimeReleaseAccount account, byte much)
        {
            if (account.IsClosed || account.ReservedMinutes > 0)
                return;

            var moves = account.Close(much / 255m, CauseOf(LedgerCause.YearClosed));
            if (moves > 0)
                Open(account.PersonId, account.Scheme, account.Year + 1).CarryIn(moves, CauseOf(LedgerCause.YearClosed));
        }

        private static LedgerCauseOf CauseOf(LedgerCause cause, EnrolmentId? enrolment = null) =>
            new(cause, enrolment?.Value ?? Guid.CreateVersion7(), enrolment, "tester", Now);
    }
}
