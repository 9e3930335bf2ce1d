namespace Training.Web.Access;

/// <summary>What one may be able to do here. Roles are granted these in <see cref="Roles"/>, and nowhere else.</summary>
public static class Policies
{
    public const string OwnFile = nameof(OwnFile);
    public const string EnrolColleagues = nameof(EnrolColleagues);
    public const string ReadEnrolments = nameof(ReadEnrolments);
    public const string DecideRequests = nameof(DecideRequests);
    public const string TakeRegister = nameof(TakeRegister);
    public const string ManageSessions = nameof(ManageSessions);
    public const string ReadTrainingHours = nameof(ReadTrainingHours);
    public const string ManageParameters = nameof(ManageParameters);
}
