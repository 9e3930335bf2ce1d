using System.Text.Json;
using Training.Domain.Accounts;
using Training.Domain.People;

namespace Training.Domain.Messages;

/// <summary>What the texts about getting in refer to. They go to an address, whose holder need not be a person of the file yet.</summary>
/// <param name="Language">Nothing when it is not known: then the letter is in both.</param>
/// <param name="Reason">Why access was refused.</param>
/// <param name="Invitation">The <see cref="Accounts.Invitation"/> whose signed link the mail bears.</param>
/// <param name="Until">The last day of the invitation.</param>
public sealed record AccessFacts(string Name, CorrespondenceLanguage? Language, string? Reason = null, Guid? Invitation = null, DateOnly? Until = null)
{
    public static AccessFacts Of(AccessRequest asked) => new(asked.FirstName, asked.Language, asked.Answer);

    public OutboxMessage ToAddress(string address, MessageKind kind, DateTimeOffset now) => new(kind, address, JsonSerializer.Serialize(this), now);

    public static AccessFacts Read(string facts) => JsonSerializer.Deserialize<AccessFacts>(facts)!;
}
