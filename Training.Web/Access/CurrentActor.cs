using Training.Domain;

namespace Training.Web.Access;

/// <summary>Under whose name a change is recorded: the person signed in, or whoever asked for the work that a job now does.</summary>
public sealed class CurrentActor(CurrentUser user) : ICurrentActor
{
    private Actor? _onBehalfOf;

    public Actor Actor => _onBehalfOf ?? user.Actor;

    public void ActFor(Actor actor) => _onBehalfOf = actor;
}
