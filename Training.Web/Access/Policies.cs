namespace Training.Web.Access;

/// <summary>What one may be able to do here. Roles are granted these in <see cref="Roles"/>, and nowhere else.</summary>
public static class Policies
{
    public const string OwnFile = nameof(OwnFile);
    public const string EnrolColleagues = nameof(EnrolColleagues);

    /// <summary>Withdraw an enrolment, answer an offered seat: one's own, or those of the staff one speaks for.</summary>
    public const string ChangeEnrolments = nameof(ChangeEnrolments);

    /// <summary>Say who approves for an employer and to whom its charges go.</summary>
    public const string ArrangeEmployer = nameof(ArrangeEmployer);

    public const string ReadEnrolments = nameof(ReadEnrolments);
    public const string DecideRequests = nameof(DecideRequests);
    /// <summary>Say why something was missed: oneself, or the staff one speaks for.</summary>
    public const string JustifyAbsences = nameof(JustifyAbsences);

    /// <summary>See how much can still be missed in sessions that run.</summary>
    public const string WatchAttendance = nameof(WatchAttendance);

    public const string TakeRegister = nameof(TakeRegister);
    public const string ManageSessions = nameof(ManageSessions);
    public const string ManageFunding = nameof(ManageFunding);
    public const string ReadReports = nameof(ReadReports);
    public const string ReadTrainingHours = nameof(ReadTrainingHours);
    public const string ReadGecoStatements = nameof(ReadGecoStatements);
    public const string ManageStaff = nameof(ManageStaff);
    public const string ManagePeople = nameof(ManagePeople);
    public const string ReadChangeRecords = nameof(ReadChangeRecords);
    public const string ManageParameters = nameof(ManageParameters);
    public const string ManageUsers = nameof(ManageUsers);
    /// <summary>See what runs by itself, and run, try or pause it.</summary>
    public const string ManageJobs = nameof(ManageJobs);
    /// <summary>Be one of the two who let go what has passed its retention period.</summary>
    public const string ReleaseDestruction = nameof(ReleaseDestruction);
    public const string InvitePeople = nameof(InvitePeople);
}
