namespace Training.Web.Features.Shared;

public static class Codes
{
    /// <summary>A code as it is stored, from one that somebody typed: blanks around it and small letters are forgiven.</summary>
    public static string AsCode(this string typed) => typed.Trim().ToUpperInvariant();
}
