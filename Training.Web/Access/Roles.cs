using Training.Domain.Accounts;

namespace Training.Web.Access;

/// <summary>How far a role reaches: whose rows its holder may see.</summary>
public enum Reach
{
    /// <summary>Nobody's file.</summary>
    NoFile,

    /// <summary>The own file.</summary>
    Self,

    /// <summary>The staff of the organisations for which the role is held, and the own file.</summary>
    Organisations,

    /// <summary>The sessions that one teaches with the people in them, and the own file.</summary>
    OwnSessions,

    /// <summary>Figures of what a funder pays.</summary>
    Funders,

    School,
}

/// <summary>The one table of who may do what, and within which scope.</summary>
public static class Roles
{
    public sealed record Rights(Reach Reach, IReadOnlyList<string> Abilities);

    public static readonly IReadOnlyDictionary<Role, Rights> All = new Dictionary<Role, Rights>
    {
        [Role.Participant] = new(Reach.Self, [Policies.OwnFile, Policies.JustifyAbsences, Policies.WatchAttendance, Policies.ReadEnrolments, Policies.ChangeEnrolments]),
        [Role.Officer] = new(
            Reach.Organisations,
            [
                Policies.OwnFile, Policies.JustifyAbsences, Policies.WatchAttendance, Policies.ReadEnrolments, Policies.ChangeEnrolments, Policies.EnrolColleagues,
                Policies.ReadTrainingHours, Policies.ManageStaff, Policies.InvitePeople, Policies.ReadGecoStatements,
            ]),
        [Role.Approver] = new(Reach.Organisations, [Policies.OwnFile, Policies.ReadEnrolments, Policies.ChangeEnrolments, Policies.DecideRequests, Policies.ArrangeEmployer, Policies.ReadGecoStatements]),
        [Role.Trainer] = new(Reach.OwnSessions, [Policies.OwnFile, Policies.WatchAttendance, Policies.TakeRegister]),
        [Role.Planner] = new(
            Reach.School,
            [
                Policies.ReadEnrolments, Policies.ChangeEnrolments, Policies.EnrolColleagues, Policies.ArrangeEmployer, Policies.WatchAttendance, Policies.TakeRegister, Policies.ManageSessions,
                Policies.ManageStaff, Policies.ManagePeople, Policies.InvitePeople, Policies.ReadChangeRecords, Policies.ReleaseDestruction,
            ]),
        [Role.Manager] = new(Reach.School, [Policies.ReadEnrolments, Policies.ReadTrainingHours, Policies.ReadGecoStatements, Policies.ManageFunding, Policies.ReadReports, Policies.ReleaseDestruction]),
        [Role.Funder] = new(Reach.Funders, [Policies.ReadTrainingHours]),
        [Role.Administrator] = new(Reach.NoFile, [Policies.ManageParameters, Policies.ManageUsers, Policies.ManageJobs, Policies.ReadChangeRecords]),
    };

    public static IEnumerable<string> Abilities => All.Values.SelectMany(rights => rights.Abilities).Distinct();

    public static IReadOnlyCollection<Role> Able(string ability) => [.. All.Where(role => role.Value.Abilities.Contains(ability)).Select(role => role.Key)];

    /// <summary>The names of the roles that have an ability, as claims bear them.</summary>
    public static IEnumerable<string> With(string ability) => Able(ability).Select(role => role.ToString());
}
