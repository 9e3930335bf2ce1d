using Training.Domain.Courses;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Sessions;

namespace Training.Domain.TimeRelease;

/// <summary>What the lessons of one session give somebody as paid educational leave, in minutes.</summary>
/// <param name="Minutes">No more than the cap leaves.</param>
/// <param name="CapMinutes">Of the whole school year.</param>
/// <param name="TakenMinutes">Set aside or used in the same school year already.</param>
public sealed record EducationalLeave(int Minutes, int CapMinutes, int TakenMinutes)
{
    /// <param name="account">The account of the school year, which holds the minutes of the lessons.</param>
    public static EducationalLeave Of(
        Session session, CourseVersion course, int? levelHeld, IReadOnlyCollection<Employment> employments, TimeReleaseAccount account, ParameterBook parameters)
    {
        var day = session.FirstDay!.Value;
        var category = PaidEducationalLeave.CategoryOf(course.CourseId, day, parameters);
        var cap = PaidEducationalLeave.CapMinutes(category, levelHeld, PaidEducationalLeave.FrozenFraction(employments, day), day, parameters);
        var taken = Math.Min(cap, PaidEducationalLeave.OfLessons(account.ReservedMinutes + account.ConsumedMinutes + account.ElsewhereMinutes, day, parameters));
        return new EducationalLeave(
            PaidEducationalLeave.LeaveMinutes(course.ScheduledMinutes, session.Slots.Sum(slot => slot.Minutes), cap - taken, day, parameters), cap, taken);
    }
}
