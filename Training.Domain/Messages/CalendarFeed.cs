using System.Security.Cryptography;
using Training.Domain.People;

namespace Training.Domain.Messages;

/// <summary>
/// The secret address at which a person's calendar program reads their days of training. Only its digest is kept; a new address makes the one
/// before worthless.
/// </summary>
public sealed class CalendarFeed
{
    private const int SecretBytes = 24;

    private CalendarFeed() => Digest = "";

    private CalendarFeed(PersonId person, string digest, DateTimeOffset now) => (PersonId, Digest, MadeAt) = (person, digest, now);

    public PersonId PersonId { get; private set; }

    public string Digest { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    /// <returns>The feed, and the secret that is shown once.</returns>
    public static (CalendarFeed Feed, string Secret) For(PersonId person, DateTimeOffset now)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        return (new CalendarFeed(person, DigestOf(secret), now), secret);
    }

    public static string DigestOf(string secret) => ChangeRecords.Digest.Of("calendar", secret);
}
