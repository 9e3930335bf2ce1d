using Training.Domain.Enrolments;
using Training.Domain.People;

namespace Training.Web.Features.Enrolments;

/// <summary>Whom the training officer, or the secretariat on behalf of an employer, wants to enrol.</summary>
public sealed class EnrolForm
{
    public const int MaxPeople = 100;
    public const int ListMaxLength = 10_000;

    /// <summary>The buttons that look something up; the others enrol.</summary>
    public const string Search = "search";
    public const string AddList = "list";

    /// <summary>Enrols and says yes for the employer in one go.</summary>
    public const string EnrolApproved = "enrol-approved";

    public string? Q { get; set; }

    public string? Button { get; set; }

    /// <summary>For whose staff, where one may act for several.</summary>
    public Guid? Organisation { get; set; }

    /// <summary>Names or e-mail addresses, one each line, as they stand in a mail or a sheet.</summary>
    public string? List { get; set; }

    /// <summary>All of them get a seat, or none does.</summary>
    public bool Together { get; set; }

    public IList<Guid> Person { get; } = [];

    /// <summary>People to be enrolled outside any scheme, because their hours do not suffice.</summary>
    public IList<Guid> WithoutTimeRelease { get; } = [];

    /// <summary>The scheme chosen for somebody whom several fit.</summary>
    public Dictionary<Guid, string> Scheme { get; } = [];

    public bool LooksUp => Button is Search or AddList;

    public IReadOnlyList<Guid> Ticked => [.. Person.Union(WithoutTimeRelease)];

    public IReadOnlyList<string> ListLines => [.. (List ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    public IReadOnlyList<EnrolColleagues.Wish> Wishes =>
        [.. Ticked.Select(id => new EnrolColleagues.Wish(new PersonId(id), UseTimeRelease: !WithoutTimeRelease.Contains(id), Scheme.GetValueOrDefault(id)))];
}
