using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Persistence;

namespace Training.Domain.Funding;

/// <summary>Adds a funder, or says another name of one.</summary>
public sealed class KeepFunder(TrainingDbContext db)
{
    public sealed record Request(string Code, LocalizedText Name, bool IsNew);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!request.IsNew)
            (await db.Funders.Where(f => f.Code == request.Code).OneAsync(ct)).Rename(request.Name);
        else if (await db.Funders.AnyAsync(f => f.Code == request.Code, ct))
            return new CodeTaken(request.Code);
        else
            db.Add(new Funder(request.Code, request.Name));

        return await db.TrySaveNewAsync<Funder>(ct) ? new Done() : new CodeTaken(request.Code);
    }
}
