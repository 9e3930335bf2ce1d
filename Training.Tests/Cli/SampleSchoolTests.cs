using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Attendance;
using Training.Domain.ChangeRecords;
using Training.Domain.Enrolments;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Cli;

/// <summary>The school that a first start loads.</summary>
public class SampleSchoolTests
{
    [Theory, BothDatabases]
    public async Task Is_lived_in(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);

        (await app.ReadAsync(db => db.Courses.CountAsync())).ShouldBe(17);
        (await app.ReadAsync(db => db.Sessions.CountAsync())).ShouldBe(35);
        (await app.ReadAsync(db => db.Certificates.CountAsync())).ShouldBeGreaterThan(20);
        (await app.ReadAsync(db => db.LedgerEntries.CountAsync())).ShouldBeGreaterThan(20);
        (await app.ReadAsync(db => db.Registers.CountAsync(r => r.Status == RegisterStatus.Closed))).ShouldBeGreaterThan(0);
        (await app.ReadAsync(db => db.Enrolments.CountAsync(e => e.Status == EnrolmentStatus.EmployerPending))).ShouldBeGreaterThan(0);
        (await app.ReadAsync(db => db.Enrolments.Waiting().CountAsync())).ShouldBeGreaterThan(0);
    }

    [Theory, BothDatabases]
    public async Task Has_change_records_that_hold_together(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);

        await app.DoAsync((SealDay use) => use.HandleAsync(CancellationToken.None));
        var verdict = await app.DoAsync((VerifyChangeRecords use) => use.HandleAsync(CancellationToken.None));

        verdict.Broken.ShouldBeNull();
        verdict.Records.ShouldBeGreaterThan(100);
    }
}
