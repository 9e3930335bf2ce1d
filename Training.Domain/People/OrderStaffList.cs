using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;

namespace Training.Domain.People;

/// <summary>
/// Orders a waiting list to be written: the good rows, and the end of work of the leavers whom the office ticked. Nobody leaves otherwise.
/// </summary>
public sealed class OrderStaffList(TrainingDbContext db)
{
    public sealed record Request(StaffImportId Import, IReadOnlyList<Leaver> Leavers, Reader Reader);

    public async Task<Outcome<StaffImportId>> HandleAsync(Request request, CancellationToken ct)
    {
        var import = await db.StaffImports.OfEmployer(request.Reader).Where(i => i.Id == request.Import).OneAsync(ct);
        if (!import.IsOpen)
            return new StaffListClosed();

        var employments = await db.Employments.AsNoTracking().Where(e => e.OrganisationId == import.OrganisationId).ToDictionaryAsync(e => e.Id, ct);
        foreach (var leaver in request.Leavers)
        {
            if (!employments.TryGetValue(leaver.Employment, out var employment))
                throw new NotFoundException(nameof(Employment));
            if (leaver.LastDay < employment.Start)
                return new EndBeforeStart(employment.Start);
        }

        import.Queue(request.Leavers);
        return await db.TrySaveAsync(ct) ? import.Id : new ChangedMeanwhile();
    }
}
