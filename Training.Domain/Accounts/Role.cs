namespace Training.Domain.Accounts;

/// <summary>In what capacity somebody uses the system. What each may do stands in one table of the web's; within which scope, in the grant.</summary>
public enum Role
{
    /// <summary>Follows training. Nobody grants it: whoever is known as a person is a participant.</summary>
    Participant,

    /// <summary>Training officer of an organisation.</summary>
    Officer,

    /// <summary>Gives or refuses the employer's approval for an organisation.</summary>
    Approver,

    /// <summary>Gives training: own sessions.</summary>
    Trainer,

    /// <summary>The secretariat.</summary>
    Planner,

    Manager,

    /// <summary>Reads, for a funder, what that funder pays.</summary>
    Funder,

    /// <summary>Keeps users and parameters; reads no personal file.</summary>
    Administrator,
}
