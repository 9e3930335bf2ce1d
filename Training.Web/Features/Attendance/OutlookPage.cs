using Training.Domain.Attendance.Watch;

namespace Training.Web.Features.Attendance;

/// <summary>Everybody in a running session whom the reader may see, those nearest to the limit first.</summary>
public sealed record OutlookPage(IReadOnlyList<FindOutlooks.Line> Lines)
{
    public static OutlookPage Of(IReadOnlyList<FindOutlooks.Line> lines) =>
        new([.. lines.OrderByDescending(line => line.Outlook.State).ThenBy(line => line.Outlook.Room.Unjustified)]);
}
