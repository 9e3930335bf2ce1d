namespace Training.Web.Features.Shared;

public static class Codes
{
    /// <summary>A code as it is stored, from one that somebody typed: blanks around it and small letters are forgiven.</summary>
    public static string AsCode(this string typed) => typed.Trim().ToUpperInvariant();

    /// <summary>Whether it can stand in an address as it is: letters, digits, dots and dashes, and first no dot.</summary>
    public static bool IsCode(this string code) =>
        code.Length > 0 && char.IsAsciiLetterOrDigit(code[0]) && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_');
}
