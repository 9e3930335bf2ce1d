using Training.Web.Access;

namespace Training.Web.Features.Shared;

/// <summary>What the main navigation is divided into, in the order in which it is read.</summary>
public enum NavigationGroup
{
    Courses,
    Enrolments,
    Attendance,
    TimeRelease,
    People,
    Figures,
    House,
}

/// <summary>The entries of the main navigation: each is shown to those who may use it.</summary>
public sealed record Navigation(NavigationGroup Group, string Path, string TextKey, string? Ability = null)
{
    // So many stand on one line; more are divided.
    private const int FewEnough = 7;

    public static readonly IReadOnlyList<Navigation> All =
    [
        new(NavigationGroup.Courses, "catalogue", "Navigation_Catalogue"),
        new(NavigationGroup.Courses, "planning", "Navigation_Planning", Policies.ManageSessions),
        new(NavigationGroup.Enrolments, "enrolments", "Navigation_Enrolments", Policies.ReadEnrolments),
        new(NavigationGroup.Enrolments, "calendar", "Navigation_Calendar", Policies.OwnFile),
        new(NavigationGroup.Enrolments, "approvals", "Navigation_Approvals", Policies.DecideRequests),
        new(NavigationGroup.Enrolments, "inbox", "Inbox_Title", Policies.ManageSessions),
        new(NavigationGroup.Enrolments, "charges", "Charges_Title", Policies.EnrolColleagues),
        new(NavigationGroup.Attendance, "registers", "Navigation_Registers", Policies.TakeRegister),
        new(NavigationGroup.Attendance, "secretariat", "Navigation_Secretariat", Policies.ManageSessions),
        new(NavigationGroup.Attendance, "attendance", "Outlook_Title", Policies.WatchAttendance),
        new(NavigationGroup.Attendance, "sign", "Sign_Title", Policies.JustifyAbsences),
        new(NavigationGroup.Attendance, "absences", "Absence_Title", Policies.JustifyAbsences),
        new(NavigationGroup.Attendance, "certificates", "Navigation_Certificates", Policies.ReadEnrolments),
        new(NavigationGroup.TimeRelease, "cockpit", "Navigation_Cockpit", Policies.ReadGecoStatements),
        new(NavigationGroup.TimeRelease, "time-release", "Navigation_TimeRelease", Policies.ReadEnrolments),
        new(NavigationGroup.People, "people", "Navigation_People", Policies.ManageStaff),
        new(NavigationGroup.People, "organisations", "Navigation_Organisations", Policies.ManageStaff),
        new(NavigationGroup.People, "staff-lists", "Navigation_StaffImports", Policies.ManageStaff),
        new(NavigationGroup.People, "duplicates", "Navigation_Duplicates", Policies.ManagePeople),
        new(NavigationGroup.People, "person-requests", "Navigation_PersonRequests", Policies.ManagePeople),
        new(NavigationGroup.People, "invitations", "Navigation_Invitations", Policies.InvitePeople),
        new(NavigationGroup.People, "access-requests", "Navigation_AccessRequests", Policies.InvitePeople),
        new(NavigationGroup.People, "my-file", "Navigation_OwnFile", Policies.OwnFile),
        new(NavigationGroup.Figures, "funding", "Navigation_Funding", Policies.ManageFunding),
        new(NavigationGroup.Figures, "reports", "Navigation_FunderReports", Policies.ReadReports),
        new(NavigationGroup.Figures, "reports/training-hours", "Navigation_Reports", Policies.ReadTrainingHours),
        new(NavigationGroup.Figures, "reports/staff-time", "Navigation_StaffTime", Policies.ReadGecoStatements),
        new(NavigationGroup.House, "retention", "Navigation_Retention", Policies.ReleaseDestruction),
        new(NavigationGroup.House, "parameters", "Navigation_Parameters", Policies.ManageParameters),
        new(NavigationGroup.House, "users", "Navigation_Users", Policies.ManageUsers),
        new(NavigationGroup.House, "jobs", "Navigation_Jobs", Policies.ManageJobs),
        new(NavigationGroup.House, "change-records", "Navigation_ChangeRecords", Policies.ReadChangeRecords),
        new(NavigationGroup.House, "undelivered-messages", "Navigation_Messages", Policies.ManagePeople),
    ];

    /// <summary>The key of the group's name.</summary>
    public static string NameOf(NavigationGroup group) => $"NavigationGroup_{group}";

    /// <summary>What a person may use, divided where it is much. A part of one entry needs no name: the entry says it all.</summary>
    public static IReadOnlyList<(NavigationGroup? Group, IReadOnlyList<Navigation> Entries)> For(CurrentUser user)
    {
        var mine = All.Where(entry => entry.Ability is null || (user.IsSignedIn && user.Can(entry.Ability))).ToList();
        return mine.Count <= FewEnough
            ? [(null, mine)]
            : [.. mine.GroupBy(entry => entry.Group).Select(group => (group.Count() > 1 ? group.Key : (NavigationGroup?)null, (IReadOnlyList<Navigation>)[.. group]))];
    }

    /// <summary>The entry that leads to an address, or to where it is found: the one that says most of it.</summary>
    public static Navigation? At(PathString path, Texts texts) =>
        All.Where(entry => path.StartsWithSegments(texts.Path(entry.Path))).MaxBy(entry => entry.Path.Length);
}
