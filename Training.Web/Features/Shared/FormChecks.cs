using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Training.Domain.People;

namespace Training.Web.Features.Shared;

/// <summary>What forms say of a field in the reader's language.</summary>
public static class FormChecks
{
    public static void Require(this ModelStateDictionary errors, string field, string? text, int maxLength, Texts texts)
    {
        if (string.IsNullOrWhiteSpace(text))
            errors.AddModelError(field, texts["Form_Missing"]);
        else
            errors.Limit(field, text, maxLength, texts);
    }

    /// <summary>A code that can stand in an address.</summary>
    public static void RequireCode(this ModelStateDictionary errors, string field, string? code, int maxLength, Texts texts)
    {
        errors.Require(field, code, maxLength, texts);
        if (!string.IsNullOrWhiteSpace(code) && !code.AsCode().IsCode())
            errors.AddModelError(field, texts["Form_NotACode"]);
    }

    public static void RefuseNationalNumbers(this ModelStateDictionary errors, Texts texts, params IEnumerable<(string Field, string? Text)> typed)
    {
        foreach (var (field, _) in typed.Where(one => NationalNumberDetector.IsIn(one.Text)))
            errors.AddModelError(field, texts["NationalNumberFound"]);
    }

    public static void Limit(this ModelStateDictionary errors, string field, string? text, int maxLength, Texts texts)
    {
        if (text?.Trim().Length > maxLength)
            errors.AddModelError(field, texts["Form_TooLong", maxLength]);
    }

    /// <summary>The sentence under a field, or nothing. Of several errors the last is ours, in the reader's language.</summary>
    public static string? ErrorOf(this ModelStateDictionary errors, string field, Texts texts) => errors[field]?.Errors is not { Count: > 0 } found ? null
        : found[^1].ErrorMessage is { Length: > 0 } said && found[^1].Exception is null && !said.StartsWith("The value '", StringComparison.Ordinal) ? said
        : texts["Form_Unreadable"];
}

/// <summary>Numbers as people type them.</summary>
public static class Numbers
{
    /// <summary>With a comma or a point; nothing when it is no number.</summary>
    public static decimal? Typed(string? typed) =>
        decimal.TryParse((typed ?? "").Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A duration in minutes from hours as people type them: <c>10</c>, <c>10,5</c> or <c>10:30</c>; nothing when it is none.</summary>
    public static int? Minutes(string? typed)
    {
        var parts = (typed ?? "").Trim().Split(':');
        if (parts.Length == 1)
            return Typed(typed) * 60 is { } minutes && minutes == decimal.Truncate(minutes) && minutes <= int.MaxValue ? (int)minutes : null;

        return parts.Length == 2 && parts[1].Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours < int.MaxValue / 60 - 1
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var rest) && rest < 60 ? (hours * 60) + rest : null;
    }
}
