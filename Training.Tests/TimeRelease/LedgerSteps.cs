using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Attendance;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.TimeRelease;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Xunit;

namespace Training.Tests.TimeRelease;

/// <summary>What several tests of the ledger do and look at.</summary>
internal static class LedgerSteps
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<TimeReleaseAccount> AccountAsync(TestSchool school, PersonId person, int year = 2026) => school.ReadAsync(db =>
        db.TimeReleaseAccounts.AsNoTracking().Include(a => a.Entries).SingleAsync(a => a.PersonId == person && a.Year == year, Ct));

    public static async Task ShouldHoldAsync(TestSchool school) =>
        (await school.DoAsync((VerifyLedger use) => use.HandleAsync(Ct))).ShouldBeNull();

    public static async Task SetAsync(TestSchool school, string key, string value) => (await school.DoAsync((ChangeParameter use) =>
        use.HandleAsync(new(key, value, new(2012, 1, 1), null, "test", ParameterCertainty.Design, "test"), Ct))).IsRefused.ShouldBeFalse();

    public static async Task<EnrolmentId> TeachAsync(
        TestSchool school, TaughtSchool taught, Organisation employer, Person person, string code, int minutes, DateOnly day, int days = 1)
    {
        var session = await taught.SessionAsync(code, minutes, day, days: days);
        var enrolment = await taught.EnrolAsync(session, employer, person);
        await taught.TeachAsync(session, (enrolment, Presence.Throughout));
        await taught.SealAsync(session);
        return enrolment;
    }
}
