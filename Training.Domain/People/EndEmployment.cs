using Training.Domain.Persistence;

namespace Training.Domain.People;

/// <summary>Somebody leaves: the last day of work for an employer. The file and its history stay.</summary>
public sealed class EndEmployment(TrainingDbContext db)
{
    public sealed record Request(EmploymentId Employment, DateOnly LastDay, Reader Reader);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var employment = await db.Employments.OfEmployer(request.Reader).Where(e => e.Id == request.Employment).OneAsync(ct);
        if (employment.EndOn(request.LastDay) is { IsRefused: true } refused)
            return refused.Refusal;
        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }
}
