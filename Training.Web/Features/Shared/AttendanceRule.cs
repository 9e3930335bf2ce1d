using Training.Domain.Attendance.Policies;
using Training.Domain.Courses;
using Training.Domain.Parameters;

namespace Training.Web.Features.Shared;

/// <summary>The attendance rule of a course, with the figures that its sentence names.</summary>
/// <param name="Percent">The share to attend, or the share that may be missed, as a percentage.</param>
public sealed record AttendanceRule(AttendancePolicyKind Kind, decimal Percent)
{
    public static AttendanceRule Of(CourseVersion version, ParameterBook parameters, DateOnly firstDay, DateOnly enrolled) => new(
        version.Policy,
        100 * AttendancePolicy.Of(version, parameters, firstDay, enrolled) switch
        {
            GsobThreshold threshold => threshold.MinRatio,
            CommunityGuard guard => guard.MaxJustifiedRatio,
            PelQuarter quarter => quarter.MaxUnjustifiedRatio,
            _ => 0,
        });
}
