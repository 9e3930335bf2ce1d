using Training.Domain.Courses;
using Training.Domain.Persistence;

namespace Training.Domain.Funding;

/// <summary>A manager moves a deadline of a grant, words it otherwise, or takes it away.</summary>
public sealed class ChangeDeadline(TrainingDbContext db)
{
    /// <param name="To">Nothing to take it away.</param>
    public sealed record Request(GrantId Grant, GrantDeadlineId Deadline, (DateOnly On, LocalizedText What)? To);

    public async Task HandleAsync(Request request, CancellationToken ct)
    {
        var deadline = await db.Set<GrantDeadline>().Where(d => d.Id == request.Deadline && d.GrantId == request.Grant).OneAsync(ct);
        if (request.To is { } to)
            deadline.Restate(to.On, to.What);
        else
            db.Remove(deadline);
        await db.SaveChangesAsync(ct);
    }
}
