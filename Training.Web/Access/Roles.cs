namespace Training.Web.Access;

/// <summary>The one table of who may do what. Which rows somebody sees is decided by their scope, in the query.</summary>
public static class Roles
{
    public const string Participant = nameof(Participant);
    public const string Officer = nameof(Officer);
    public const string Approver = nameof(Approver);
    public const string Trainer = nameof(Trainer);
    public const string Planner = nameof(Planner);
    public const string Manager = nameof(Manager);
    public const string Funder = nameof(Funder);
    public const string Administrator = nameof(Administrator);

    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Abilities = new Dictionary<string, IReadOnlyList<string>>
    {
        [Participant] = [Policies.OwnFile, Policies.ReadEnrolments],
        [Officer] = [Policies.OwnFile, Policies.ReadEnrolments, Policies.EnrolColleagues, Policies.ReadTrainingHours],
        [Approver] = [Policies.OwnFile, Policies.ReadEnrolments, Policies.DecideRequests],
        [Trainer] = [Policies.OwnFile, Policies.TakeRegister],
        [Planner] = [Policies.ReadEnrolments, Policies.TakeRegister, Policies.ManageSessions],
        [Manager] = [Policies.ReadEnrolments, Policies.ReadTrainingHours],
        [Funder] = [Policies.ReadTrainingHours],
        [Administrator] = [Policies.ManageParameters],
    };

    public static IEnumerable<string> With(string ability) => Abilities.Where(role => role.Value.Contains(ability)).Select(role => role.Key);
}
