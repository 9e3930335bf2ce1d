using Training.Web.Access;

namespace Training.Web.Features.Shared;

/// <summary>The entries of the main navigation: each is shown to those who may use it.</summary>
public sealed record Navigation(string Path, string TextKey, string? Ability = null)
{
    private static readonly IReadOnlyList<Navigation> All =
    [
        new("catalogue", "Navigation_Catalogue"),
        new("enrolments", "Navigation_Enrolments", Policies.ReadEnrolments),
        new("approvals", "Navigation_Approvals", Policies.DecideRequests),
        new("time-release", "Navigation_TimeRelease", Policies.ReadEnrolments),
        new("registers", "Navigation_Registers", Policies.TakeRegister),
        new("secretariat", "Navigation_Secretariat", Policies.ManageSessions),
        new("reports/training-hours", "Navigation_Reports", Policies.ReadTrainingHours),
    ];

    public static IEnumerable<Navigation> For(CurrentUser user) =>
        All.Where(entry => entry.Ability is null || (user.IsSignedIn && user.Can(entry.Ability)));
}
