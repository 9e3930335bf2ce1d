using Training.Domain.Enrolments;
using Training.Domain.People;

namespace Training.Web.Features.Enrolments;

/// <summary>Whom the training officer ticked.</summary>
public sealed class EnrolForm
{
    public const int MaxPeople = 100;

    /// <summary>The button that was pressed, when it is not the one that enrols.</summary>
    public const string Search = "search";

    public string? Q { get; set; }

    public string? Button { get; set; }

    public IList<Guid> Person { get; } = [];

    /// <summary>People to be enrolled outside any scheme, because their hours do not suffice.</summary>
    public IList<Guid> WithoutTimeRelease { get; } = [];

    public bool IsSearch => Button == Search;

    public IReadOnlyList<Guid> Ticked => [.. Person.Union(WithoutTimeRelease)];

    public IReadOnlyList<EnrolColleagues.Wish> Wishes =>
        [.. Ticked.Select(id => new EnrolColleagues.Wish(new PersonId(id), UseTimeRelease: !WithoutTimeRelease.Contains(id)))];
}
