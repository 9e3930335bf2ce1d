using Microsoft.EntityFrameworkCore;
using Training.Domain.Accounts;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Web.Access;

namespace Training.Web.Features.MyMessages;

/// <summary>The messages that somebody may get and may refuse, with what they have chosen.</summary>
public sealed record MyMessagesPage(IReadOnlyList<MyMessagesPage.Line> Lines)
{
    public sealed record Line(MessageKind Kind, Delivery Delivery);

    /// <summary>To whom a message goes that does not go to everybody with a file.</summary>
    private static readonly Dictionary<MessageKind, IReadOnlyCollection<Role>> Readers = new()
    {
        [MessageKind.AttendanceAtRiskOfParticipant] = [Role.Trainer, Role.Officer],
        [MessageKind.RegisterStillOpen] = [Role.Trainer, Role.Planner],
        [MessageKind.GecoStatementReady] = [Role.Officer],
        [MessageKind.ReportReady] = Roles.Able(Policies.ReadReports),
        [MessageKind.ReportStopped] = Roles.Able(Policies.ReadReports),
    };

    public static async Task<MyMessagesPage> FindAsync(TrainingDbContext db, HeldRoles roles, AccountId account, CancellationToken ct)
    {
        var reader = await db.ReaderAsync(account, ct);
        var held = (await roles.OfAsync(account, ct)).Select(grant => grant.Role).ToHashSet();
        var chosen = await db.MessagePreferences.AsNoTracking().Of(reader).ToDictionaryAsync(p => p.Kind, p => p.Delivery, ct);
        return new MyMessagesPage(
        [
            .. from kind in ServiceMessages.Kinds
               where chosen.ContainsKey(kind) || (Readers.TryGetValue(kind, out var readers) ? held.Overlaps(readers) : reader.Person is not null)
               select new Line(kind, chosen.GetValueOrDefault(kind)),
        ]);
    }
}
