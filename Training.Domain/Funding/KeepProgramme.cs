using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Persistence;

namespace Training.Domain.Funding;

/// <summary>Adds a programme of a funder, or says another name of one.</summary>
public sealed class KeepProgramme(TrainingDbContext db)
{
    /// <param name="FunderCode">Of a new one; nothing for one that is known, whose funder stays.</param>
    public sealed record Request(string Code, string? FunderCode, LocalizedText Name);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.FunderCode is null)
            (await db.Programmes.Where(p => p.Code == request.Code).OneAsync(ct)).Rename(request.Name);
        else if (await db.Programmes.AnyAsync(p => p.Code == request.Code, ct))
            return new CodeTaken(request.Code);
        else
            db.Add(new Programme(request.Code, (await db.Funders.AsNoTracking().Where(f => f.Code == request.FunderCode).OneAsync(ct)).Code, request.Name));

        return await db.TrySaveNewAsync<Programme>(ct) ? new Done() : new CodeTaken(request.Code);
    }
}
