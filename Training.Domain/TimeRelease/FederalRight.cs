using System.Globalization;
using Training.Domain.Organisations;
using Training.Domain.Parameters;
using Training.Domain.People;

namespace Training.Domain.TimeRelease;

/// <summary>
/// The federal individual training right (Act of 3 October 2022): days by the employer's headcount, times the employment fraction, times
/// the months in service out of twelve, each started month as a full one. Private sector only.
/// </summary>
public static class FederalRight
{
    public static Worked Of(IReadOnlyCollection<Employment> employments, Organisation employer, DateOnly on, ParameterBook parameters)
    {
        if (employer.AverageFte is not { } headcount)
            return new Worked(0, []);

        var days = parameters.Row(DaysKey(headcount, on, parameters), on, employer.Id.Value);
        var dayMinutes = parameters.Row(ParameterKeys.IorDayMinutes, on, employer.Id.Value);
        var perFte = int.Parse(days.Value, CultureInfo.InvariantCulture) * int.Parse(dayMinutes.Value, CultureInfo.InvariantCulture);
        var stretches = employments.Where(e => e.StaffCategory == StaffCategory.Private)
            .Select(e => new Entitlement.Weighted(new Entitlement.Period(e.Start, e.End ?? DateOnly.MaxValue, e.FteFraction), perFte)).ToList();
        return new Worked(Entitlement.MonthWeighted(TimeReleaseYear.Calendar(on.Year), stretches), [days, dayMinutes]);
    }

    private static string DaysKey(decimal headcount, DateOnly on, ParameterBook parameters) =>
        headcount >= parameters.Number(ParameterKeys.IorHeadcountFull, on) ? ParameterKeys.IorDaysFull
        : headcount >= parameters.Number(ParameterKeys.IorHeadcountReduced, on) ? ParameterKeys.IorDaysReduced
        : ParameterKeys.IorDaysSmall;
}
