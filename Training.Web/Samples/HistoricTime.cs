namespace Training.Web.Samples;

/// <summary>A clock that stands where the history of the sample school is being written.</summary>
public sealed class HistoricTime : TimeProvider
{
    private DateTimeOffset _now;

    public void MoveTo(DateTimeOffset moment) => _now = moment.ToUniversalTime();

    public override DateTimeOffset GetUtcNow() => _now;
}

/// <summary>The hand that writes the sample school's history, under the names of the people of the school.</summary>
public sealed class HistoricActor : Domain.ICurrentActor
{
    public Domain.Actor Actor { get; private set; } = new("sample", "sample");

    public void Become(string name) => Actor = new Domain.Actor(name, "sample");
}
