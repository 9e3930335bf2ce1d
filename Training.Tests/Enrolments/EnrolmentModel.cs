using Training.Domain.Enrolments;
using Training.Domain.Time;

namespace Training.Tests.Enrolments;

/// <summary>
/// What should become of one session, in the simplest form that could be right: lists in memory, one step after the other, no database.
/// The product is held against it.
/// </summary>
internal sealed class EnrolmentModel(int seats, DateOnly firstDay, int people)
{
    private static readonly WorkingDays WorkingDays = new([]);

    private readonly Seat[] _people = [.. Enumerable.Range(0, people).Select(_ => new Seat())];
    private int _clock;

    public sealed class Seat
    {
        public EnrolmentStatus? Status { get; set; }

        public bool Holds { get; set; }

        public bool Kept { get; set; }

        /// <summary>The last day on which a hold or an offer counts.</summary>
        public DateOnly? Until { get; set; }

        /// <summary>Orders the list; of equals, who has been known longer goes first.</summary>
        public int Since { get; set; }

        public int Known { get; set; }

        public int Reserved { get; set; }

        public decimal Owed { get; set; }

        public bool IsLive => Status is EnrolmentStatus.EmployerPending or EnrolmentStatus.Confirmed or EnrolmentStatus.Waitlisted or EnrolmentStatus.Invited;

        public bool Waits => !Holds && Status is EnrolmentStatus.EmployerPending or EnrolmentStatus.Waitlisted;

        public bool InLine => Waits && (Status == EnrolmentStatus.Waitlisted || Until is not null);
    }

    public DateOnly Today { get; private set; } = new(2026, 3, 2);

    public Seat Of(int person) => _people[person];

    public int Taken => _people.Count(p => p.Holds || p.Kept);

    public IReadOnlyList<int> List => [.. Enumerable.Range(0, _people.Length).Where(i => _people[i].Waits).OrderBy(i => _people[i].Since).ThenBy(i => _people[i].Known)];

    private bool HasBegun => Today >= firstDay;

    public void Ask(int person, bool approve)
    {
        var seat = _people[person];
        if (HasBegun || seat.IsLive)
            return;

        var holds = seat.Kept || (Taken < seats && !_people.Any(p => p.InLine));
        (seat.Status, seat.Holds, seat.Kept, seat.Until, seat.Since) = (EnrolmentStatus.EmployerPending, holds, false, FiveWorkingDays(), ++_clock);
        MakeKnown(seat);
        if (approve)
            Approve(person);
    }

    public void Approve(int person)
    {
        var seat = _people[person];
        if (seat.Status != EnrolmentStatus.EmployerPending)
            return;

        if (!seat.Holds && seat.Until is null && Taken < seats && !_people.Any(p => p.InLine))
            seat.Holds = true;
        (seat.Status, seat.Until) = (seat.Holds ? EnrolmentStatus.Confirmed : EnrolmentStatus.Waitlisted, null);
        if (seat.Holds)
            Confirm(seat);
    }

    public void Refuse(int person)
    {
        if (_people[person].Status == EnrolmentStatus.EmployerPending)
            Leave(_people[person], EnrolmentStatus.EmployerRefused, passOn: true);
    }

    public void Withdraw(int person)
    {
        var seat = _people[person];
        if (HasBegun || !seat.IsLive)
            return;

        if (seat.Status == EnrolmentStatus.Confirmed && Today > WorkingDays.Before(firstDay, 15))
        {
            Leave(seat, EnrolmentStatus.WithdrawnLate, passOn: false);
            (seat.Kept, seat.Owed) = (true, 200);
        }
        else
        {
            Leave(seat, EnrolmentStatus.WithdrawnInTime, passOn: false);
        }

        PassOn();
    }

    public void Replace(int person, int colleague)
    {
        var (leaving, taking) = (_people[person], _people[colleague]);
        if (Today > firstDay || taking.IsLive || person == colleague || (!leaving.Holds && !leaving.Kept))
            return;

        Leave(leaving, EnrolmentStatus.Replaced, passOn: false);
        (leaving.Kept, leaving.Owed) = (false, 0);
        (taking.Status, taking.Holds, taking.Kept, taking.Until, taking.Since) = (EnrolmentStatus.EmployerPending, true, false, FiveWorkingDays(), ++_clock);
        MakeKnown(taking);
        Approve(colleague);
    }

    public void Answer(int person, bool accept)
    {
        var seat = _people[person];
        if (seat.Status != EnrolmentStatus.Invited || Today > seat.Until)
            return;

        if (accept)
        {
            (seat.Status, seat.Until) = (EnrolmentStatus.Confirmed, null);
            Confirm(seat);
        }
        else
        {
            Leave(seat, EnrolmentStatus.WithdrawnInTime, passOn: true);
        }
    }

    public void Wait(int days)
    {
        Today = Today.AddDays(days);
        foreach (var seat in _people.Where(p => Today > p.Until).ToList())
        {
            if (seat.Status == EnrolmentStatus.Invited)
                Leave(seat, EnrolmentStatus.OfferExpired, passOn: false);
            else
                (seat.Holds, seat.Until, seat.Since) = (false, null, _clock + 1);
        }

        _clock++;
        PassOn();
    }

    private void MakeKnown(Seat seat) => seat.Known = seat.Known == 0 ? _clock : seat.Known;

    private static void Confirm(Seat seat) => (seat.Reserved, seat.Owed) = (360, 0);

    private void Leave(Seat seat, EnrolmentStatus status, bool passOn)
    {
        (seat.Status, seat.Holds, seat.Until, seat.Reserved) = (status, false, null, 0);
        if (passOn)
            PassOn();
    }

    private void PassOn()
    {
        if (HasBegun || Today.AddDays(45) > firstDay)
            return;

        while (Taken < seats && List.FirstOrDefault(i => _people[i].InLine, -1) is >= 0 and var next)
        {
            var seat = _people[next];
            seat.Holds = true;
            if (seat.Status == EnrolmentStatus.Waitlisted)
                (seat.Status, seat.Until) = (EnrolmentStatus.Invited, FiveWorkingDays());
        }
    }

    private DateOnly FiveWorkingDays() => new[] { WorkingDays.After(Today, 5), firstDay.AddDays(-1) }.Min();
}
