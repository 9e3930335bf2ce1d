using Training.Domain.Persistence;

namespace Training.Domain.Attendance;

/// <summary>Gives a closed half-day back to the trainer, who closed it too soon. A sealed one stays as it is.</summary>
public sealed class ReopenHalfDay(TrainingDbContext db)
{
    public sealed record Request(HalfDayRegisterId Register, Reader Reader);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var register = await db.Registers
            .Where(r => r.Id == request.Register && db.Sessions.TaughtBy(request.Reader).Any(s => s.Id == r.SessionId)).OneAsync(ct);
        var reopened = register.Reopen();
        if (reopened.IsRefused)
            return reopened;

        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }
}
