using Training.Web.Access;

namespace Training.Web.Features.Shared;

/// <summary>The entries of the main navigation: each is shown to those who may use it.</summary>
public sealed record Navigation(string Path, string TextKey, string? Ability = null)
{
    public static readonly IReadOnlyList<Navigation> All =
    [
        new("catalogue", "Navigation_Catalogue"),
        new("enrolments", "Navigation_Enrolments", Policies.ReadEnrolments),
        new("approvals", "Navigation_Approvals", Policies.DecideRequests),
        new("cockpit", "Navigation_Cockpit", Policies.ReadGecoStatements),
        new("time-release", "Navigation_TimeRelease", Policies.ReadEnrolments),
        new("registers", "Navigation_Registers", Policies.TakeRegister),
        new("absences", "Absence_Title", Policies.JustifyAbsences),
        new("attendance", "Outlook_Title", Policies.WatchAttendance),
        new("charges", "Charges_Title", Policies.EnrolColleagues),
        new("inbox", "Inbox_Title", Policies.ManageSessions),
        new("certificates", "Navigation_Certificates", Policies.ReadEnrolments),
        new("secretariat", "Navigation_Secretariat", Policies.ManageSessions),
        new("people", "Navigation_People", Policies.ManageStaff),
        new("organisations", "Navigation_Organisations", Policies.ManageStaff),
        new("staff-lists", "Navigation_StaffImports", Policies.ManageStaff),
        new("duplicates", "Navigation_Duplicates", Policies.ManagePeople),
        new("person-requests", "Navigation_PersonRequests", Policies.ManagePeople),
        new("my-file", "Navigation_OwnFile", Policies.OwnFile),
        new("calendar", "Navigation_Calendar", Policies.OwnFile),
        new("retention", "Navigation_Retention", Policies.ReleaseDestruction),
        new("change-records", "Navigation_ChangeRecords", Policies.ReadChangeRecords),
        new("planning", "Navigation_Planning", Policies.ManageSessions),
        new("funding", "Navigation_Funding", Policies.ManageFunding),
        new("reports", "Navigation_FunderReports", Policies.ReadReports),
        new("parameters", "Navigation_Parameters", Policies.ManageParameters),
        new("reports/training-hours", "Navigation_Reports", Policies.ReadTrainingHours),
        new("invitations", "Navigation_Invitations", Policies.InvitePeople),
        new("users", "Navigation_Users", Policies.ManageUsers),
        new("jobs", "Navigation_Jobs", Policies.ManageJobs),
        new("undelivered-messages", "Navigation_Messages", Policies.ManagePeople),
    ];

    public static IEnumerable<Navigation> For(CurrentUser user) =>
        All.Where(entry => entry.Ability is null || (user.IsSignedIn && user.Can(entry.Ability)));
}
