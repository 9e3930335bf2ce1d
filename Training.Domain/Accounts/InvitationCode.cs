using System.Security.Cryptography;

namespace Training.Domain.Accounts;

/// <summary>
/// The secret of an invitation, in a link or on paper: sixteen signs in groups of four, without those that are mistaken for each other
/// when read aloud or copied by hand. It is shown once; only its digest is kept.
/// </summary>
public sealed record InvitationCode
{
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;
    private const int GroupLength = 4;

    private readonly string _signs;

    private InvitationCode(string signs) => _signs = signs;

    public static InvitationCode New() => new(RandomNumberGenerator.GetString(Signs, Length));

    /// <summary>As somebody typed or followed it; nothing when it cannot be one. Blanks, hyphens and small letters do not matter.</summary>
    public static InvitationCode? Read(string? typed)
    {
        var signs = string.Concat((typed ?? "").ToUpperInvariant().Where(sign => !char.IsWhiteSpace(sign) && sign != '-'));
        return signs.Length == Length && signs.All(Signs.Contains) ? new InvitationCode(signs) : null;
    }

    public string Digest() => ChangeRecords.Digest.Of("invitation", _signs);

    public override string ToString() => string.Join('-', _signs.Chunk(GroupLength).Select(group => new string(group)));
}
