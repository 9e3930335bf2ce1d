using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Accounts;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.ReportSubscriptions;
using Training.Domain.Time;
using Training.Domain.Work;
using Training.Reports.Reporting;

namespace Training.Reports.Subscriptions;

/// <summary>
/// Makes the reports whose moment has come, each under the number of a run, and tells their readers where they stand: whoever may see the report at
/// that moment, and nobody else. No figure travels by mail.
/// </summary>
public sealed class SendSubscribedReports(TrainingDbContext db, ReportDesk desk, OfficeClock clock, IFireTimes times, HeldRoles roles, RecordByRecord each)
{
    /// <param name="MayRead">The roles that may see reports.</param>
    /// <param name="Only">This one and now, whatever its rule says.</param>
    public sealed record Request(IReadOnlyCollection<Role> MayRead, ReportSubscriptionId? Only = null);

    /// <returns>How many reports were made.</returns>
    public async Task<int> HandleAsync(Request request, CancellationToken ct)
    {
        var now = clock.Now;
        var due = await db.ReportSubscriptions
            .Where(s => request.Only == null ? s.StoppedAt == null && s.TryAt <= now : s.Id == request.Only)
            .OrderBy(s => s.TryAt).Select(s => s.Id).ToListAsync(ct);
        return await each.SumAsync(due, id => $"report subscription {id.Value}", async id =>
        {
            try
            {
                return await SendAsync(id, request, ct);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                await NoteFailedAsync(id, failure, request.MayRead, ct);
                throw;
            }
        });
    }

    private async Task<int> SendAsync(ReportSubscriptionId id, Request request, CancellationToken ct)
    {
        var subscription = await FindAsync(id, ct);
        var readers = await ReadersAsync(subscription, request.MayRead, ct);
        if (readers.Count == 0)
            throw new NobodyMayReadException();

        var answered = request.Only is null ? subscription.DueAt!.Value : clock.Now;
        var (from, to) = subscription.Period.On(clock.DateOn(answered));
        var question = ReportLayout.Of(subscription.Report).Fit(JsonSerializer.Deserialize<ReportQuestion>(subscription.Choices)! with { From = from, To = to });
        var run = (await desk.RunAsync(question, subscription.MadeBy, ct)).Run!.Value;

        // The run stands; whoever does this again finds the same one.
        subscription.NoteSent(run, times.NextAfter(subscription.Rule, clock.Now), clock.Now);
        Tell(readers, MessageKind.ReportReady, subscription.Report, run);
        await db.SaveChangesAsync(ct);
        return 1;
    }

    private async Task NoteFailedAsync(ReportSubscriptionId id, Exception failure, IReadOnlyCollection<Role> mayRead, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var subscription = await FindAsync(id, ct);
        subscription.NoteFailed(failure.GetType().Name, clock.Now);
        if (subscription.StoppedAt is not null)
            Tell(await ReadersAsync(subscription, mayRead, ct), MessageKind.ReportStopped, subscription.Report, run: null);
        await db.SaveChangesAsync(ct);
    }

    private Task<ReportSubscription> FindAsync(ReportSubscriptionId id, CancellationToken ct) =>
        db.ReportSubscriptions.Include(s => s.Readers).Where(s => s.Id == id).OneAsync(ct);

    private async Task<IReadOnlyList<Addressee>> ReadersAsync(ReportSubscription subscription, IReadOnlyCollection<Role> mayRead, CancellationToken ct)
    {
        var allowed = new List<AccountId>();
        foreach (var reader in subscription.Readers)
        {
            if ((await roles.OfAsync(reader.AccountId, ct)).Exists(grant => mayRead.Contains(grant.Role)))
                allowed.Add(reader.AccountId);
        }

        return await db.AddresseesAsync(allowed, ct);
    }

    private void Tell(IReadOnlyList<Addressee> readers, MessageKind kind, string report, int? run) =>
        db.AddRange(readers.Select(reader => new AddresseeFacts(reader.Name, reader.Language, Report: report, Run: run).To(reader, kind, clock.Now)));
}

/// <summary>Nobody who was to be told may see the report any more, or can be written.</summary>
public sealed class NobodyMayReadException() : Exception("No reader of this report may see it and has an address.");
