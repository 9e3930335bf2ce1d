using Training.Domain.Accounts;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Messages;

/// <summary>Keeps when somebody wants the messages that are a service.</summary>
public sealed class ChooseDeliveries(TrainingDbContext db, OfficeClock clock)
{
    /// <param name="Wanted">For each kind; one that is owed stays as it is.</param>
    public sealed record Request(AccountId Account, IReadOnlyDictionary<MessageKind, Delivery> Wanted);

    public async Task HandleAsync(Request request, CancellationToken ct) => await db.ChangePreferencesAsync(
        await db.ReaderAsync(request.Account, ct), [.. request.Wanted.Keys.Where(kind => kind.IsService)],
        preference => preference.Choose(request.Wanted[preference.Kind], clock.Now), ct);
}
