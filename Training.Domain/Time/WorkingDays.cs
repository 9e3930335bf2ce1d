namespace Training.Domain.Time;

/// <summary>Monday to Friday, less the legal holidays, less the school's closing days (condition <c>gsob.workingDay</c>).</summary>
public sealed class WorkingDays(IEnumerable<DateOnly> closingDays)
{
    private readonly HashSet<DateOnly> _closingDays = [.. closingDays];

    public bool Includes(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BelgianHolidays.Includes(date) && !_closingDays.Contains(date);

    /// <summary>The date so many working days before (or, when negative, after) the given one, which itself does not count.</summary>
    public DateOnly Before(DateOnly date, int days)
    {
        var step = days < 0 ? 1 : -1;
        for (var left = Math.Abs(days); left > 0;)
        {
            date = date.AddDays(step);
            if (Includes(date))
                left--;
        }

        return date;
    }

    public DateOnly After(DateOnly date, int days) => Before(date, -days);

    /// <summary>The date itself when it is a working day, else the next one.</summary>
    public DateOnly OnOrAfter(DateOnly date)
    {
        while (!Includes(date))
            date = date.AddDays(1);
        return date;
    }
}
