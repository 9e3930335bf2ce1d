namespace Training.Domain;

/// <summary>On whose behalf the system acts, and through what: a page, an import, a job, the command line.</summary>
public sealed record Actor(string Name, string Via);

/// <summary>Knows the actor of the work at hand. The web asks the signed-in person, a job or a command names itself.</summary>
public interface ICurrentActor
{
    Actor Actor { get; }
}
