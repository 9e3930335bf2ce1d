using Training.Domain.Parameters;
using Training.Domain.Time;

namespace Training.Domain.Attendance.Justifications;

/// <summary>Until when absences of a session may be justified (conditions <c>gsob.justify.days</c> and <c>gsob.justify.rollToWorkingDay</c>).</summary>
public static class JustificationWindow
{
    public static DateOnly LastDayOf(DateOnly sessionEnd, ParameterBook parameters, WorkingDays workingDays)
    {
        var last = sessionEnd.AddDays(parameters.Number(ParameterKeys.JustifyDays, sessionEnd));
        return parameters.Flag(ParameterKeys.JustifyRollToWorkingDay, sessionEnd) ? workingDays.OnOrAfter(last) : last;
    }
}
