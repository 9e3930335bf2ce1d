using System.Globalization;
using Training.Domain.Organisations;
using Training.Domain.People;

namespace Training.Reports.Reporting;

/// <summary>One value by which participants are divided.</summary>
/// <param name="Key">As it stands in addresses; it also puts the values in order.</param>
/// <param name="Label">A text, a word of the resources, or several.</param>
public sealed record DimensionValue(string Key, object Label);

/// <summary>One way to divide what was followed: by a trait of people or by one of sessions.</summary>
/// <param name="Key">As it stands in addresses; its texts are <c>Report_By_{Key}</c> and, but for what has a field of its own, <c>Report_Dimension_{Key}</c>.</param>
/// <param name="OfPerson">The value for a participant in a reporting year; nothing where sessions are divided.</param>
public sealed record Dimension(string Key, Func<ParticipantTraits, int, DimensionValue>? OfPerson, Func<SessionFacts, DimensionValue>? OfSession = null)
{
    /// <summary>A name: not for what is published.</summary>
    public static readonly Dimension Person = new("person", (who, _) => new(who.Person.ToString(), new PersonName(who.Name)));

    public static readonly Dimension Organisation = new("organisation", (who, _) => new(who.OrganisationCode, who.Organisation));

    public static readonly Dimension Course = new("course", null, session => new(session.CourseCode, session.Course));

    public static readonly DimensionValue RoleNotStated = new("Y", new Word("Report_NotStated"));

    /// <summary>Associations know no language role.</summary>
    public static readonly DimensionValue NoRole = new("Z", new Word("Report_NotApplicable"));

    /// <summary>Those of which the report for parliament tells when nothing is chosen.</summary>
    public static readonly IReadOnlyList<Dimension> OfTheQuestion =
    [
        Course,
        new("sex", (who, _) => Sex(who.Gender)),
        new("age", (who, year) => Age(AgeBand.Of(who.YearOfBirth, year))),
        new("institution", (who, _) => Institution(who.OrganisationType)),
        new("role", (who, _) => who.LanguageRole is { } role ? Role(role) : who.IsPublic ? RoleNotStated : NoRole),
    ];

    /// <summary>All that name nobody.</summary>
    public static readonly IReadOnlyList<Dimension> All =
    [
        .. OfTheQuestion,
        new("function", (who, _) => new(who.FunctionCode, who.Function)),
        new("level", (who, _) => Level(who.Level)),
        new("municipality", (who, _) => Municipality(who.Municipality)),
        Organisation,
        new("funder", null, session => new(session.FunderCode, session.Funder)),
        // What bears two themes is a value of its own, so that the parts still add up.
        new("theme", null, session => session.Themes.Count == 0 ? new("~", new Word("Report_NotStated")) : new(string.Join('+', session.Themes), session.ThemeNames)),
    ];

    /// <summary>Divided by which a report loses no name.</summary>
    public static readonly IReadOnlyList<Dimension> WithNames = [.. All, Person];

    public bool IsOfPeople => OfPerson is not null;

    public DimensionValue Of(ParticipantTraits who, SessionFacts session, int year) => OfPerson is { } ofPerson ? ofPerson(who, year) : OfSession!(session);

    public DimensionValue Of(Participation participation, int year) => Of(participation.Who, participation.Session, year);

    public static Dimension? Find(string? key) => WithNames.FirstOrDefault(dimension => dimension.Key == key);

    public static DimensionValue Sex(Gender gender) => new(gender switch { Gender.F => "1", Gender.M => "2", Gender.X => "3", _ => "4" }, new Word($"Report_Gender_{gender}"));

    public static DimensionValue Age(AgeBand band) => new(band == AgeBand.NotStated ? "~" : band.From.ToString("000", CultureInfo.InvariantCulture), new Word($"Report_Column_{band.Key}"));

    public static DimensionValue Institution(OrganisationType type) => new(type.ToString(), new Word($"Report_Institution_{type}"));

    public static DimensionValue Role(string role) => new(role, new Word($"Report_Role_{role}"));

    public static DimensionValue Level(int? level) =>
        level is { } known ? new(known.ToString(CultureInfo.InvariantCulture), new Word($"Geco_Level_{known}")) : new("~", new Word("Report_NotStated"));

    public static DimensionValue Municipality(Domain.Courses.LocalizedText? name) => name is null ? new("~", new Word("Report_NotStated")) : new(name.Fr, name);
}
