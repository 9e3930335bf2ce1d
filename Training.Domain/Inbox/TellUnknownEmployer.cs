using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Inbox;

/// <summary>Puts an employer that the school does not know in the secretariat's inbox. The same message sent again is one.</summary>
public sealed class TellUnknownEmployer(TrainingDbContext db, OfficeClock clock)
{
    public sealed record Request(UnknownEmployerFacts Facts);

    public async Task<UnknownEmployerId> HandleAsync(Request request, CancellationToken ct)
    {
        var facts = request.Facts;
        var known = await db.UnknownEmployers.AsNoTracking().FirstOrDefaultAsync(
            e => e.SettledAt == null && e.Email == facts.Email && e.Organisation == facts.Organisation && e.SessionId == facts.Session, ct);
        if (known is not null)
            return known.Id;

        var told = new UnknownEmployer(facts, clock.Now);
        db.Add(told);
        await db.SaveChangesAsync(ct);
        return told.Id;
    }
}
