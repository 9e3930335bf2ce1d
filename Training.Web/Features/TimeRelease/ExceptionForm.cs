using System.Globalization;

namespace Training.Web.Features.TimeRelease;

/// <summary>Hours beyond the scheme, as an approver types them: <c>6:30</c>, <c>6,5</c> or <c>6</c>.</summary>
public sealed class ExceptionForm
{
    private const int MaxHours = 400;

    public string? Hours { get; set; }

    public string? Reason { get; set; }

    /// <summary>Nothing when it cannot be read, or is nothing or less.</summary>
    public int? Minutes
    {
        get
        {
            var typed = Hours?.Trim().Replace(',', '.') ?? "";
            var minutes = typed.Split(':') is [var hours, var rest] && int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var h)
                && int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var m) && m < 60
                ? (h * 60) + m
                : decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= MaxHours
                    ? (int)Math.Round(number * 60, MidpointRounding.AwayFromZero)
                    : 0;
            return minutes is > 0 and <= MaxHours * 60 ? minutes : null;
        }
    }
}
