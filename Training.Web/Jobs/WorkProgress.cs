using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Work;

namespace Training.Web.Jobs;

/// <summary>How far one piece of work is, where its page can see it at once: outside the work's own transaction.</summary>
public sealed class WorkProgress(IServiceScopeFactory scopes, WorkItemId id)
{
    public async Task ReportAsync(int done, int total, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        var item = await db.WorkItems.SingleAsync(w => w.Id == id, ct);
        item.Report(done, total);
        await db.SaveChangesAsync(ct);
    }
}
