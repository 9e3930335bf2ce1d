using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Training.Web.Messages;

/// <summary>Ids as the links of mails bear them: signed, so that an id that the database holds opens nothing by itself.</summary>
internal static class SignedIds
{
    public static string Sign(this IDataProtector protector, Guid id) => WebEncoders.Base64UrlEncode(protector.Protect(id.ToByteArray()));

    /// <summary>The id that a token was made for, or nothing for what is no token of ours.</summary>
    public static Guid? Read(this IDataProtector protector, string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : new Guid(protector.Unprotect(WebEncoders.Base64UrlDecode(token)));
        }
        catch (Exception forged) when (forged is FormatException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }
}
