using Training.Domain.Organisations;
using Training.Domain.People;

namespace Training.Domain;

/// <summary>
/// Who is looking, and so which rows a query may give: the whole school, the staff of some organisations, the sessions
/// that one teaches, or one's own file.
/// </summary>
public sealed record Reader
{
    public static readonly Reader Nobody = new();

    public static readonly Reader WholeSchool = new() { SeesEverything = true };

    public bool SeesEverything { get; init; }

    /// <summary>Organisations whose staff the reader may see.</summary>
    public IReadOnlyList<OrganisationId> Organisations { get; init; } = [];

    /// <summary>Funders for whom the reader may read what these pay.</summary>
    public IReadOnlyList<string> Funders { get; init; } = [];

    /// <summary>Whether people appear under a code instead of their name.</summary>
    public bool HidesNames { get; init; }

    /// <summary>The reader, when they teach: their own sessions and the people in them.</summary>
    public PersonId? AsTrainer { get; init; }

    /// <summary>The reader, for their own file.</summary>
    public PersonId? AsSelf { get; init; }
}
