using System.Text.Json;
using Training.Domain.Accounts;
using Training.Domain.People;

namespace Training.Domain.Messages;

/// <summary>What the texts to an address refer to, whose holder need not be a person of the file.</summary>
/// <param name="Language">Nothing when it is not known: then the letter is in both.</param>
/// <param name="Reason">Why access was refused.</param>
/// <param name="Invitation">The <see cref="Accounts.Invitation"/> whose signed link the mail bears.</param>
/// <param name="Until">The last day of the invitation.</param>
/// <param name="Report">The short name of a report.</param>
/// <param name="Run">The number of its run.</param>
/// <param name="About">What the texts refer to that are sent to people of the file as well.</param>
public sealed record AddresseeFacts(
    string Name, CorrespondenceLanguage? Language, string? Reason = null, Guid? Invitation = null, DateOnly? Until = null, string? Report = null, int? Run = null,
    EnrolmentFacts? About = null)
{
    public static AddresseeFacts Of(AccessRequest asked) => new(asked.FirstName, asked.Language, asked.Answer);

    /// <param name="key">What may be told once only.</param>
    public OutboxMessage ToAddress(string address, MessageKind kind, DateTimeOffset now, string? key = null) => new(kind, address, JsonSerializer.Serialize(this), now, key);

    public OutboxMessage To(Addressee reader, MessageKind kind, DateTimeOffset now, string? key = null) =>
        new(kind, reader.Address, JsonSerializer.Serialize(this), now, key, reader.Account);

    public static AddresseeFacts Read(string facts) => JsonSerializer.Deserialize<AddresseeFacts>(facts)!;
}
