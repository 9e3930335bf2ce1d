using FsCheck.Xunit;
using Shouldly;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Funding;
using Training.Domain.People;
using Training.Domain.Sessions;
using Xunit;

namespace Training.Tests.Domain;

public class AllocationTests
{
    private static readonly DateOnly Day = new(2026, 11, 30);
    private static readonly GrantClaimId Claim = new(Guid.CreateVersion7());

    [Fact]
    public void Pays_by_priority_what_is_attended_and_not_yet_paid_within_reach_and_budget()
    {
        var slot = Attended(290);
        var (safe, cocof, vgc) = (Paying("SAFE", 1, left: 200), Paying("COCOF", 2, left: 900), Paying("VGC", 3, left: 900));

        var plan = Plan([vgc, cocof, safe], slot);

        plan.Lines.Select(share => (share.Grant, share.Minutes)).ShouldBe([(safe.Grant.Id, 200), (cocof.Grant.Id, 90)]);
        plan.Reviews.ShouldBeEmpty();
    }

    [Fact]
    public void Puts_a_second_source_of_wage_up_for_review_once()
    {
        var slot = Attended(290);
        var (actiris, refund) = (Paying("ACTIRIS", 1, 900, CostBasis.Wage), Paying("PEL", 2, 900, CostBasis.Wage));

        var plan = Plan([actiris, refund], slot);

        plan.Lines.ShouldHaveSingleItem().Grant.ShouldBe(actiris.Grant.Id);
        var review = plan.Reviews.ShouldHaveSingleItem();
        (review.Grant, review.Minutes).ShouldBe((refund.Grant.Id, 290));
        AllocationPlan.Of(
            [actiris, refund], [slot],
            new Dictionary<(AllocationPlace, GrantId), int> { [(review.Place, actiris.Grant.Id)] = 290 },
            new HashSet<(AllocationPlace, GrantId)> { (review.Place, refund.Grant.Id) }).Reviews.ShouldBeEmpty();
    }

    [Fact]
    public void Never_puts_up_a_source_again_that_gave_its_place_to_another_by_decision()
    {
        var slot = Attended(290);
        var (actiris, refund, third) = (Paying("ACTIRIS", 1, 900, CostBasis.Wage), Paying("PEL", 2, 900, CostBasis.Wage), Paying("THIRD", 3, 900, CostBasis.Wage));
        var place = new AllocationPlace(slot.Enrolment, slot.Slot, CostBasis.Wage);

        var plan = AllocationPlan.Of(
            [actiris, refund, third], [slot],
            new Dictionary<(AllocationPlace, GrantId), int> { [(place, actiris.Grant.Id)] = 0, [(place, refund.Grant.Id)] = 290 },
            new HashSet<(AllocationPlace, GrantId)> { (place, refund.Grant.Id) });

        plan.Lines.ShouldBeEmpty();
        plan.Reviews.ShouldHaveSingleItem().Grant.ShouldBe(third.Grant.Id);
    }

    [Fact]
    public void Puts_up_for_review_no_more_than_the_budget_reaches_beside_what_waits_already()
    {
        AttendedSlot[] slots = [Attended(60), Attended(60), Attended(60)];
        var (actiris, refund) = (Paying("ACTIRIS", 1, 900, CostBasis.Wage), Paying("PEL", 2, 100, CostBasis.Wage));

        Plan([actiris, refund], slots).Reviews.Select(share => share.Minutes).ShouldBe([60, 40]);
        Plan([actiris, refund with { InReviewMinutes = 100 }], slots).Reviews.ShouldBeEmpty();
    }

    [Fact]
    public void Takes_back_from_the_lowest_priority_first_and_makes_what_was_claimed_repayable()
    {
        var (high, low) = (new GrantId(Guid.CreateVersion7()), new GrantId(Guid.CreateVersion7()));
        GrantShare[] shares = [new(high, 1, 200, []), new(low, 2, 30, [(Claim, 60)])];

        TakeBack.Of(shares, 20).ShouldBe([new TakenBack(low, 20, null)]);
        TakeBack.Of(shares, 50).ShouldBe([new TakenBack(low, 30, null), new TakenBack(low, 20, Claim)]);
        TakeBack.Of(shares, 120).ShouldBe([new TakenBack(low, 30, null), new TakenBack(low, 60, Claim), new TakenBack(high, 30, null)]);
        TakeBack.Of(shares, -5).ShouldBeEmpty();
    }

    [Property(MaxTest = 200)]
    public void Never_pays_a_minute_too_many(byte[] attended, byte[] budgets)
    {
        var slots = attended.Select(minutes => Attended(minutes)).ToList();
        var grants = budgets.Select((budget, index) => Paying($"G{index:000}", index + 1, budget)).ToList();

        var plan = AllocationPlan.Of(grants, slots, new Dictionary<(AllocationPlace, GrantId), int>(), new HashSet<(AllocationPlace, GrantId)>());

        foreach (var slot in slots)
            plan.Lines.Where(share => share.Place.Enrolment == slot.Enrolment).Sum(share => share.Minutes).ShouldBeLessThanOrEqualTo(slot.Minutes);
        foreach (var grant in grants)
            plan.Lines.Where(share => share.Grant == grant.Grant.Id).Sum(share => share.Minutes).ShouldBeLessThanOrEqualTo(grant.LeftMinutes);

        // Nothing is left unpaid while a grant still has minutes.
        plan.Lines.Sum(share => share.Minutes).ShouldBe(Math.Min(attended.Sum(minutes => minutes), budgets.Sum(budget => budget)));
    }

    private static AllocationPlan Plan(IEnumerable<PayingGrant> grants, params AttendedSlot[] slots) =>
        AllocationPlan.Of(grants, slots, new Dictionary<(AllocationPlace, GrantId), int>(), new HashSet<(AllocationPlace, GrantId)>());

    private static AttendedSlot Attended(int minutes) =>
        new(EnrolmentId.New(), TeachingSlotId.New(), SessionId.New(), Day, minutes, "COCOF", ["prevention"], FundingStatus.GecoAssociation);

    private static PayingGrant Paying(string code, int priority, int left, CostBasis basis = CostBasis.Delivery) => new(
        new Grant(code, new ProgrammeId(Guid.CreateVersion7()), new GrantTerms(
            new LocalizedText(code, code), code, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), null, basis, 100_000, 0, null, priority,
            new GrantReach(false, null, null), SignatureKind.PaperHalfDay, LocalizedText.Empty, null)),
        "COCOF", left);
}
