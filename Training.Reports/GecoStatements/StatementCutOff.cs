using Training.Domain.Time;

namespace Training.Reports.GecoStatements;

/// <summary>When the statement of a month is drawn up: at the end of the third working day of the next month. What is recorded later belongs to the next.</summary>
public static class StatementCutOff
{
    private const int WorkingDaysAfter = 3;

    public static DateTimeOffset Of(DateOnly firstOfMonth, WorkingDays workingDays, OfficeClock clock) =>
        clock.MomentOf(workingDays.After(firstOfMonth.AddMonths(1).AddDays(-1), WorkingDaysAfter).AddDays(1), TimeOnly.MinValue);
}
