using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Certificates;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Parameters;
using Training.Domain.Sessions;
using Training.Domain.TimeRelease;
using Training.Domain.Work;
using Training.Tests.Infrastructure;
using Training.Web.Jobs;
using Xunit;

namespace Training.Tests.Faults;

/// <summary>The certificates of every session that is over, as one piece of background work.</summary>
internal sealed class BulkCertificates
{
    private readonly IServiceProvider _services;
    private readonly IReadOnlyList<EnrolmentId> _due;

    private BulkCertificates(IServiceProvider services, WorkItem work, IReadOnlyList<EnrolmentId> due) => (_services, Work, _due) = (services, work, due);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public WorkItem Work { get; }

    public static async Task<BulkCertificates> OrderAsync(IServiceProvider services)
    {
        var now = TimeProvider.System.GetUtcNow();
        await services.SaveAsync(Held(ParameterKeys.EducationalLeaveCertificates, "true", now), Held(ParameterKeys.PelMinContactHours, "1", now), Held(ParameterKeys.PelRecognition, PaidEducationalLeave.Automatic, now));
        var sessions = await services.ReadAsync(async db =>
        {
            var closed = await db.Sessions.Where(s => s.Status == SessionStatus.Closed).OrderBy(s => s.Code).ToListAsync(Ct);
            closed.ForEach(session => session.PutUnder([AttendancePolicyKind.PelQuarter]));
            await db.SaveChangesAsync(Ct);
            return closed;
        });
        var ids = sessions.ConvertAll(s => s.Id);
        var due = await services.ReadAsync(db => db.Enrolments.Where(e => ids.Contains(e.SessionId) && e.HoldsSeat && e.Status != EnrolmentStatus.EmployerPending).Select(e => e.Id).ToListAsync(Ct));
        var work = new WorkItem(
            IssueCertificatesWork.Kind, JsonSerializer.Serialize(new IssueCertificatesWork(sessions.ConvertAll(s => s.Code), CertificateKind.RegularEnrolment)), "tester", now);
        await services.SaveAsync(work);
        return new BulkCertificates(services, work, due);
    }

    private static Parameter Held(string key, string value, DateTimeOffset now) =>
        new(new ParameterRow(key, value, new(2012, 1, 1), null, "Test", ParameterCertainty.Design), "tester", now);

    /// <summary>Each that was due, under numbers without a gap, with its paper.</summary>
    public async Task ShouldBeIssuedOnceAsync()
    {
        var issued = await _services.ReadAsync(db => db.Certificates.AsNoTracking().ToListAsync(Ct));
        issued.Where(c => c.Kind == CertificateKind.RegularEnrolment).Select(c => c.EnrolmentId).ShouldBe(_due, ignoreOrder: true);
        foreach (var year in issued.GroupBy(c => c.Year, c => c.Sequence))
            year.Order().ShouldBe(Enumerable.Range(1, year.Count()));
        (await _services.ReadAsync(db => db.CertificatePapers.CountAsync(Ct))).ShouldBe(issued.Count);
    }
}
