using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Funding;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Xunit;

namespace Training.Tests.Persistence;

/// <summary>That no minute is paid twice, by the database's own rule, on both databases.</summary>
public class FundingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Holds_the_worked_example_of_no_double_funding(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (enrolment, slot) = await AttendedAsync(school, 290);
        var (safe, cocof, vgc) = (await GrantAsync(school, "SAFE", 1), await GrantAsync(school, "COCOF", 2), await GrantAsync(school, "VGC", 3));
        var (actiris, refund) = (await GrantAsync(school, "ACTIRIS", 1, CostBasis.Wage), await GrantAsync(school, "PEL", 2, CostBasis.Wage));

        (await ByHandAsync(school, safe, enrolment, slot, 200)).Value.ShouldBe(AllocateByHand.Result.Allocated);
        (await ByHandAsync(school, cocof, enrolment, slot, 90)).Value.ShouldBe(AllocateByHand.Result.Allocated);
        (await ByHandAsync(school, vgc, enrolment, slot, 1)).Refusal.ShouldBe(new MoreThanAttended(290, 290));
        (await ByHandAsync(school, actiris, enrolment, slot, 290)).Value.ShouldBe(AllocateByHand.Result.Allocated);
        (await ByHandAsync(school, refund, enrolment, slot, 290)).Value.ShouldBe(AllocateByHand.Result.UnderReview);

        var figures = await school.ReadAsync(db => GrantFigures.OfAllAsync(db, Ct));
        (figures[refund].Allocated, figures[refund].InReview).ShouldBe((0, 290));
        figures[actiris].Claimable.ShouldBe(290);

        var review = await school.ReadAsync(db => db.AllocationReviews.Select(r => r.Id).SingleAsync(Ct));
        (await DecideAsync(school, review, ReviewVerdict.AcceptedBeside)).ShouldBe(new MoreThanAttended(290, 290));
        (await DecideAsync(school, review, ReviewVerdict.AcceptedInstead)).ShouldBeNull();
        (await DecideAsync(school, review, ReviewVerdict.Rejected)).ShouldBe(new ReviewAlreadyDecided());
        figures = await school.ReadAsync(db => GrantFigures.OfAllAsync(db, Ct));
        (figures[actiris].Allocated, figures[refund].Allocated, figures[refund].InReview).ShouldBe((0, 290, 0));
    }

    [Theory, BothDatabases]
    public async Task Lets_fifty_parallel_allocators_through_up_to_the_last_minute_and_never_beyond(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (enrolment, slot) = await AttendedAsync(school, 290);
        var grant = await GrantAsync(school, "SAFE", 1);
        var outcomes = new System.Collections.Concurrent.ConcurrentBag<Outcome<AllocateByHand.Result>>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 50), new ParallelOptions { MaxDegreeOfParallelism = 50, CancellationToken = Ct }, async (_, _) =>
            outcomes.Add(await ByHandAsync(school, grant, enrolment, slot, 10)));

        (await school.ReadAsync(db => db.AllocationLines.SumAsync(l => l.Minutes, Ct))).ShouldBe(290);
        outcomes.Count(outcome => !outcome.IsRefused).ShouldBe(29);
        outcomes.Where(outcome => outcome.IsRefused).ShouldAllBe(outcome => outcome.Refusal is MoreThanAttended);
    }

    [Theory, BothDatabases]
    public async Task Is_refused_by_the_database_itself_whatever_writes(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (enrolment, slot) = await AttendedAsync(school, 290);
        var grant = await GrantAsync(school, "SAFE", 1);
        var place = new AllocationPlace(enrolment, slot, CostBasis.Delivery);
        var now = school.Clock.GetUtcNow();

        await Should.ThrowAsync<DbUpdateException>(() => school.SaveAsync(AllocationLine.Allocate(grant, place, 291, null, "somebody", now)));
        await school.SaveAsync(AllocationLine.Allocate(grant, place, 290, null, "somebody", now));
        await Should.ThrowAsync<DbUpdateException>(() => school.SaveAsync(AllocationLine.TakeBack(grant, place, 291, null, null, "somebody", now)));
        foreach (var table in new[] { "allocation_lines", "allocation_reviews", "allocation_decisions", "grant_claims", "grant_claim_lines" })
        {
            if (table == "allocation_lines")
                await Should.ThrowAsync<System.Data.Common.DbException>(() => school.ReadAsync(db => db.Database.ExecuteSqlRawAsync("update allocation_lines set minutes = 1", Ct)));
#pragma warning disable EF1002
            if (engine == Engine.PostgreSql || table == "allocation_lines")
                await Should.ThrowAsync<System.Data.Common.DbException>(() => school.ReadAsync(db => db.Database.ExecuteSqlRawAsync($"delete from {table}", Ct)));
#pragma warning restore EF1002
        }

        // Nobody lowers attendance behind the grants' back either.
        await Should.ThrowAsync<System.Data.Common.DbException>(() => school.ReadAsync(async db =>
        {
            var mark = await db.AttendanceMarks.AsNoTracking().SingleAsync(m => m.EnrolmentId == enrolment && m.SlotId == slot && m.SupersededAt == null, Ct);
            await db.AttendanceMarks.Where(m => m.Id == mark.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.SupersededAt, now), Ct);
            var lower = engine == Engine.PostgreSql ? "gen_random_uuid()" : "upper('" + Guid.CreateVersion7() + "')";
#pragma warning disable EF1002
            return await db.Database.ExecuteSqlRawAsync(
                $"insert into attendance_marks (id, enrolment_id, slot_id, gaps, attended_minutes, recorded_by, recorded_at) select {lower}, enrolment_id, slot_id, gaps, 289, recorded_by, recorded_at from attendance_marks where attended_minutes = 290", Ct);
#pragma warning restore EF1002
        }));
    }

    [Theory, BothDatabases]
    public async Task Takes_back_in_the_same_transaction_when_a_correction_lowers_attendance(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (enrolment, slot) = await AttendedAsync(school, 290);
        var (safe, cocof) = (await GrantAsync(school, "SAFE", 1), await GrantAsync(school, "COCOF", 2));
        await ByHandAsync(school, safe, enrolment, slot, 200);
        await ByHandAsync(school, cocof, enrolment, slot, 90);
        var claim = (await ClaimAsync(school, safe)).Value!;
        claim.Minutes.ShouldBe(200);

        await CorrectAsync(school, enrolment, slot, missed: 130);

        var lines = await school.ReadAsync(db => db.AllocationLines.AsNoTracking().Where(l => l.Minutes < 0).OrderBy(l => l.Minutes).ToListAsync(Ct));
        lines.Select(l => (l.GrantId, l.Kind, l.Minutes, l.OfClaimId)).ShouldBe(
            [(cocof, AllocationKind.Reversed, -90, null), (safe, AllocationKind.ToRepay, -40, (GrantClaimId?)claim.Id)]);
        var figures = await school.ReadAsync(db => GrantFigures.OfAllAsync(db, Ct));
        figures[safe].ShouldBe(new GrantFigures(100_000, 160, 0, 0, 200, 40, 0));
        figures[cocof].Allocated.ShouldBe(0);

        // A claim of the difference gives it back, and closes the grant.
        (await ClaimAsync(school, safe)).Value!.Minutes.ShouldBe(-40);
        (await school.ReadAsync(db => GrantFigures.OfAllAsync(db, Ct)))[safe].ShouldBe(new GrantFigures(100_000, 160, 0, 0, 160, 0, 0));
        (await ClaimAsync(school, safe)).Refusal.ShouldBe(new NothingToClaim(TestClock.FirstDay.AddDays(1)));
    }

    [Theory, BothDatabases]
    public async Task Refuses_a_claim_up_to_a_day_outside_the_grant_or_still_to_come(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (enrolment, slot) = await AttendedAsync(school, 290);
        var grant = await GrantAsync(school, "SAFE", 1);
        await ByHandAsync(school, grant, enrolment, slot, 290);

        (await ClaimAsync(school, grant, DateOnly.MaxValue)).Refusal.ShouldBe(new OutsideGrantPeriod(DateOnly.MaxValue));
        (await ClaimAsync(school, grant, TestClock.FirstDay.AddDays(2))).Refusal.ShouldBe(new DayToCome(TestClock.FirstDay.AddDays(2)));
        (await school.ReadAsync(db => db.GrantClaims.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Counts_as_claimable_what_a_claim_takes_and_what_is_unsigned_apart(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (enrolment, slot) = await AttendedAsync(school, 290);
        var grant = await GrantAsync(school, "SAFE", 1, signature: SignatureKind.PaperHalfDay);
        await ByHandAsync(school, grant, enrolment, slot, 290);

        (await school.ReadAsync(db => GrantFigures.OfAllAsync(db, Ct)))[grant].ShouldBe(new GrantFigures(100_000, 290, 0, 290, 0, 0, 0));
        (await ClaimAsync(school, grant)).Refusal.ShouldBe(new NothingToClaim(TestClock.FirstDay.AddDays(1)));
    }

    [Theory, BothDatabases]
    public async Task Never_overwrites_a_grant_with_another_of_its_code(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await GrantAsync(school, "SAFE", 1);

        var again = await school.DoAsync((DefineGrant use) => use.HandleAsync(new("SAFE", "TEST", Terms("SAFE", 2, budget: 600), []), Ct));

        again.Refusal.ShouldBe(new CodeTaken("SAFE"));
        (await school.ReadAsync(db => db.Grants.SingleAsync(Ct))).BudgetMinutes.ShouldBe(100_000);
    }

    [Theory, BothDatabases]
    public async Task Keeps_a_grant_from_contradicting_what_was_allocated_under_it(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (enrolment, slot) = await AttendedAsync(school, 290);
        var day = TestClock.FirstDay.AddDays(1);
        var grant = await GrantAsync(school, "SAFE", 1);
        (await RestateAsync(school, grant, Terms("SAFE", 1, CostBasis.Wage))).IsRefused.ShouldBeFalse("Nothing is allocated yet.");
        await RestateAsync(school, grant, Terms("SAFE", 1));
        await ByHandAsync(school, grant, enrolment, slot, 290);

        (await RestateAsync(school, grant, Terms("SAFE", 1, CostBasis.Wage))).Refusal.ShouldBe(new GrantBasisFixed(CostBasis.Delivery, 290));
        (await RestateAsync(school, grant, Terms("SAFE", 1, budget: 289))).Refusal.ShouldBe(new BudgetBelowAllocated(290));
        (await RestateAsync(school, grant, Terms("SAFE", 1, to: day.AddDays(-1)))).Refusal.ShouldBe(new AllocatedOutsidePeriod(day, day, 290));
        (await RestateAsync(school, grant, Terms("SAFE", 1, budget: 290, to: day))).IsRefused.ShouldBeFalse();

        // What is claimed and taken back still has to be given back.
        await ClaimAsync(school, grant);
        await ByHandAsync(school, grant, enrolment, slot, -290);
        (await RestateAsync(school, grant, Terms("SAFE", 1, to: day.AddDays(-1)))).Refusal.ShouldBe(new AllocatedOutsidePeriod(day, day, 290));
        await ClaimAsync(school, grant);
        (await RestateAsync(school, grant, Terms("SAFE", 1, to: day.AddDays(-1)))).IsRefused.ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task Accepts_a_second_wage_within_the_budget_only(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (enrolment, slot) = await AttendedAsync(school, 290);
        var (actiris, refund) = (await GrantAsync(school, "ACTIRIS", 1, CostBasis.Wage), await GrantAsync(school, "PEL", 2, CostBasis.Wage, budget: 290));
        await ByHandAsync(school, actiris, enrolment, slot, 290);
        await ByHandAsync(school, refund, enrolment, slot, 105);
        await RestateAsync(school, refund, Terms("PEL", 2, CostBasis.Wage, budget: 60));
        var review = await school.ReadAsync(db => db.AllocationReviews.Select(r => r.Id).SingleAsync(Ct));

        (await DecideAsync(school, review, ReviewVerdict.AcceptedInstead)).ShouldBe(new GrantBudgetSpent(60));

        var figures = await school.ReadAsync(db => GrantFigures.OfAllAsync(db, Ct));
        (figures[actiris].Allocated, figures[refund].Allocated, figures[refund].InReview).ShouldBe((290, 0, 105));
    }

    [Theory, BothDatabases]
    public async Task Decides_many_reviews_at_once_and_leaves_open_what_is_refused(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);
        var (actiris, refund) = (await GrantAsync(school, "ACTIRIS", 1, CostBasis.Wage), await GrantAsync(school, "PEL", 2, CostBasis.Wage, budget: 700));
        await AllocateAsync(school);
        var reviews = await school.ReadAsync(db => db.AllocationReviews.AsNoTracking().OrderBy(r => r.RecordedAt).ThenBy(r => r.Id).ToListAsync(Ct));
        reviews.Sum(r => r.Minutes).ShouldBe(700, "No more is put up than the budget reaches.");
        await RestateAsync(school, refund, Terms("PEL", 2, CostBasis.Wage, budget: 700 - reviews[^1].Minutes));

        var outcome = (await school.DoAsync((DecideReviews use) => use.HandleAsync(new([.. reviews.Select(r => r.Id)], ReviewVerdict.AcceptedInstead, "as agreed"), Ct))).Value!;

        outcome.Decided.ShouldBe(reviews.Count - 1);
        outcome.Refused.ShouldHaveSingleItem().Value.ShouldBe(new GrantBudgetSpent(0));
        var figures = await school.ReadAsync(db => GrantFigures.OfAllAsync(db, Ct));
        (figures[actiris].Allocated, figures[refund].Allocated, figures[refund].InReview).ShouldBe((830 - 700 + reviews[^1].Minutes, 700 - reviews[^1].Minutes, reviews[^1].Minutes));
        (await school.ReadAsync(db => db.AllocationDecisions.CountAsync(Ct))).ShouldBe(outcome.Decided);

        // What took the place of the premium is not asked to give it back.
        (await AllocateAsync(school)).Reviews.ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Allocates_by_itself_after_a_preview_that_writes_nothing_and_only_what_is_new(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);
        await GrantAsync(school, "COCOF", 1, reach: new GrantReach(CoursesOfFunder: true, null, null));
        await GrantAsync(school, "ACTIRIS", 1, CostBasis.Wage);

        var preview = (await school.DoAsync((AllocateMinutes use) => use.HandleAsync(new(IsPreview: true), Ct))).Value!;
        (await school.ReadAsync(db => db.AllocationLines.CountAsync(Ct))).ShouldBe(0);
        var done = (await school.DoAsync((AllocateMinutes use) => use.HandleAsync(new(IsPreview: false), Ct))).Value!;
        var again = (await school.DoAsync((AllocateMinutes use) => use.HandleAsync(new(IsPreview: false), Ct))).Value!;

        // Course 1 is COCOF's: 360 + 290; the wage of all three courses: 830.
        preview.Lines.Where(share => share.Place.Basis == CostBasis.Delivery).Sum(share => share.Minutes).ShouldBe(650);
        done.Lines.Sum(share => share.Minutes).ShouldBe(650 + 830);
        again.Lines.ShouldBeEmpty();
        (await school.ReadAsync(db => db.AllocationLines.SumAsync(l => l.Minutes, Ct))).ShouldBe(650 + 830);
    }

    [Theory, BothDatabases]
    public async Task Refuses_what_is_not_sealed_or_outside_the_grant_or_without_a_reason(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (enrolment, slot) = await AttendedAsync(school, 290);
        var small = await GrantAsync(school, "SMALL", 1, budget: 100);
        var past = await GrantAsync(school, "PAST", 2, to: new DateOnly(2026, 6, 30));

        (await ByHandAsync(school, small, enrolment, slot, 101)).Refusal.ShouldBe(new GrantBudgetSpent(100));
        (await ByHandAsync(school, past, enrolment, slot, 10)).Refusal.ShouldBe(new OutsideGrantPeriod(TestClock.FirstDay.AddDays(1)));
        (await ByHandAsync(school, small, enrolment, slot, -1)).Refusal.ShouldBe(new MoreThanAllocated(0));
        (await school.DoAsync((AllocateByHand use) => use.HandleAsync(new(small, enrolment, slot, 1, " "), Ct))).Refusal.ShouldBe(new ReasonMissing());
    }

    [Theory, BothDatabases]
    public async Task Claims_each_line_once_however_many_claim_at_once(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (enrolment, slot) = await AttendedAsync(school, 290);
        var grant = await GrantAsync(school, "SAFE", 1);
        await ByHandAsync(school, grant, enrolment, slot, 290);

        await Parallel.ForEachAsync(Enumerable.Range(0, 20), new ParallelOptions { MaxDegreeOfParallelism = 20, CancellationToken = Ct }, async (_, token) =>
            await school.DoAsync((ClaimGrant use) => use.HandleAsync(new(grant, TestClock.FirstDay.AddDays(1)), token)));

        (await school.ReadAsync(db => db.GrantClaims.SumAsync(c => c.Minutes, Ct))).ShouldBe(290);
        (await school.ReadAsync(db => db.GrantClaims.CountAsync(Ct))).ShouldBe(1);
    }

    /// <summary>One person who attended so many minutes of the one slot of a sealed half-day of 300.</summary>
    private static async Task<(EnrolmentId Enrolment, TeachingSlotId Slot)> AttendedAsync(TestSchool school, int minutes)
    {
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ASBL-X", "Maison de quartier");
        var session = await taught.SessionAsync("S1", 300, TestClock.FirstDay.AddDays(1), morning: 300);
        var enrolment = await taught.EnrolAsync(session, employer, await taught.PersonAsync(employer, "Aline"));
        await taught.TeachAsync(session, (enrolment, new Presence(Absent: false, Left: new TimeOnly(9, 0).AddMinutes(minutes))));
        await taught.SealAsync(session);
        return (enrolment, await school.ReadAsync(db => db.TeachingSlots.Where(s => s.SessionId == session.Id).Select(s => s.Id).SingleAsync(Ct)));
    }

    private static async Task<GrantId> GrantAsync(
        TestSchool school, string code, int priority, CostBasis basis = CostBasis.Delivery, int budget = 100_000, DateOnly? to = null, GrantReach? reach = null,
        SignatureKind signature = SignatureKind.NotAsked)
    {
        if (!await school.ReadAsync(db => db.Programmes.AnyAsync(p => p.Code == "TEST", Ct)))
            await school.SaveAsync(new Programme("TEST", "COCOF", new LocalizedText("Programme", "Programma")));
        return (await school.DoAsync((DefineGrant use) => use.HandleAsync(new(code, "TEST", Terms(code, priority, basis, budget, to, reach, signature), []), Ct))).Value!.Id;
    }

    private static GrantTerms Terms(
        string code, int priority, CostBasis basis = CostBasis.Delivery, int budget = 100_000, DateOnly? to = null, GrantReach? reach = null,
        SignatureKind signature = SignatureKind.NotAsked) => new(
            new LocalizedText(code, code), "REF-" + code, new DateOnly(2026, 1, 1), to ?? new DateOnly(2026, 12, 31), null, basis, budget, 0, null, priority,
            reach ?? new GrantReach(false, null, null), signature, LocalizedText.Empty, null);

    private static Task<Outcome<Grant>> RestateAsync(TestSchool school, GrantId grant, GrantTerms terms) =>
        school.DoAsync((RestateGrant use) => use.HandleAsync(new(grant, terms, []), Ct));

    private static Task<Outcome<GrantClaim>> ClaimAsync(TestSchool school, GrantId grant, DateOnly? upTo = null) =>
        school.DoAsync((ClaimGrant use) => use.HandleAsync(new(grant, upTo ?? TestClock.FirstDay.AddDays(1)), Ct));

    private static async Task<AllocationPlan> AllocateAsync(TestSchool school) =>
        (await school.DoAsync((AllocateMinutes use) => use.HandleAsync(new(IsPreview: false), Ct))).Value!;

    private static Task<Outcome<AllocateByHand.Result>> ByHandAsync(TestSchool school, GrantId grant, EnrolmentId enrolment, TeachingSlotId slot, int minutes) =>
        school.DoAsync((AllocateByHand use) => use.HandleAsync(new(grant, enrolment, slot, minutes, "as agreed"), Ct));

    private static async Task<Refusal?> DecideAsync(TestSchool school, AllocationReviewId review, ReviewVerdict verdict) =>
        (await school.DoAsync((DecideReviews use) => use.HandleAsync(new([review], verdict, "as agreed"), Ct))).Value!.Refused.GetValueOrDefault(review);

    // As a correction writes it: the earlier mark keeps the moment until which it held, and a further one takes its place.
    private static Task<int> CorrectAsync(TestSchool school, EnrolmentId enrolment, TeachingSlotId slotId, int missed) => school.ReadAsync(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var slot = await db.TeachingSlots.SingleAsync(s => s.Id == slotId, Ct);
        var now = school.Clock.GetUtcNow();
        await db.AttendanceMarks.Where(m => m.EnrolmentId == enrolment && m.SlotId == slotId && m.SupersededAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.SupersededAt, now), Ct);
        db.Add(new AttendanceMark(enrolment, slot, [new TimeInterval(slot.Start, slot.Start.AddMinutes(missed + 10))], "secretariat", now, "Sheet read wrongly"));
        await db.SaveChangesAsync(Ct);
        await transaction.CommitAsync(Ct);
        return 0;
    });
}
