using System.Globalization;

namespace Training.Web.Features.Shared;

/// <summary>Dates, minutes and amounts as Belgians write them, in the page's language.</summary>
public static class Show
{
    /// <summary>Hours and minutes: <c>6:00</c>, and a real minus for less than nothing.</summary>
    public static string Minutes(int minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{(minutes < 0 ? "−" : "")}{Math.Abs(minutes) / 60}:{Math.Abs(minutes) % 60:00}");

    /// <summary>A duration in a sentence: <c>18 h</c>, <c>6 h 20</c>; Dutch writes <c>u</c>.</summary>
    public static string Hours(int minutes)
    {
        var hour = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "nl" ? "u" : "h";
        return minutes % 60 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}\u00a0{hour}")
            : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}\u00a0{hour}\u00a0{minutes % 60:00}");
    }

    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    public static string ShortDate(DateOnly date) => date.ToString("ddd d MMM yyyy", CultureInfo.CurrentCulture);

    public static string Period(DateOnly from, DateOnly to) => from == to ? Date(from) : $"{Date(from)} – {Date(to)}";

    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Euros(decimal amount) => string.Create(CultureInfo.CurrentCulture, $"{amount:#,0.00} €");

    public static string Fraction(decimal fraction) => fraction.ToString("0.##", CultureInfo.CurrentCulture);
}
