using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Persistence;

namespace Training.Reports.Reporting;

/// <summary>Names what a report is narrowed to and how it is laid out. A code that is not there, or not for this reader, is refused as not found.</summary>
public static class AskedNames
{
    public static async Task<IReadOnlyList<ReportAsked>> FindAsync(TrainingDbContext db, ReportContext context, CancellationToken ct)
    {
        var (question, asked) = (context.Question, new List<ReportAsked>());
        if (question.Organisation is not null)
            asked.Add(new("Report_Asked_Organisation", (await ReportedOrganisations.FindAsync(db, context, ct)).Single().Name));
        if ((question.Funder ?? ReportLayout.Of(question.Report).UsualFunder) is { } funder)
            asked.Add(new("Report_Asked_Funder", (await db.Funders.AsNoTracking().Where(f => f.Code == funder).OneAsync(ct)).Name));
        if (question.Grant is { } grant)
            asked.Add(new("Report_Asked_Grant", context.Frozen?.Grants.Values.FirstOrDefault(g => g.Code == grant)?.Title ?? (await db.Grants.AsNoTracking().Where(g => g.Code == grant).OneAsync(ct)).Title));
        if (question.Theme is { } theme)
            asked.Add(new("Report_Asked_Theme", (await db.Themes.AsNoTracking().Where(t => t.Code == theme).OneAsync(ct)).Label));
        foreach (var (dimension, value) in question.Narrowed)
            asked.Add(new($"Report_Dimension_{dimension.Key}", await NameAsync(db, context, dimension, value, ct)));
        foreach (var (title, key) in new[] { ("Report_Rows", question.Rows), ("Report_Columns", question.Columns) })
        {
            if (Dimension.Find(key) is { } dimension)
                asked.Add(new(title, new Word($"Report_By_{dimension.Key}")));
        }

        if (question.CompareFrom is not null)
            asked.Add(new("Report_Asked_Compared", string.Create(CultureInfo.InvariantCulture, $"{question.Compared().From:dd/MM/yyyy} – {question.Compared().To:dd/MM/yyyy}")));

        return asked;
    }

    private static async Task<object> NameAsync(TrainingDbContext db, ReportContext context, Dimension dimension, string value, CancellationToken ct)
    {
        if (dimension == Dimension.Course)
            return await TitleAsync(db, value, ct);
        if (dimension == Dimension.Person)
            return await PersonAsync(db, context, value, ct);

        return (await DimensionChoices.FindAsync(db, ct)).Single(choices => choices.Dimension == dimension.Key).Values
            .FirstOrDefault(choice => choice.Key == value)?.Label ?? throw new Domain.NotFoundException(nameof(Dimension));
    }

    private static async Task<LocalizedText> TitleAsync(TrainingDbContext db, string code, CancellationToken ct)
    {
        var course = await db.Courses.AsNoTracking().Where(c => c.Code == code).OneAsync(ct);
        return await db.CourseVersions.AsNoTracking().Where(v => v.CourseId == course.Id).OrderByDescending(v => v.Id).Select(v => v.Title).FirstAsync(ct);
    }

    private static async Task<string> PersonAsync(TrainingDbContext db, ReportContext context, string value, CancellationToken ct)
    {
        var (id, reader) = (Guid.TryParse(value, out var parsed) ? new PersonId(parsed) : default, context.Reader);
        var person = await db.People.AsNoTracking()
            .Where(p => !reader.HidesNames && p.Id == id && db.Employments.Any(e => e.PersonId == p.Id && (reader.SeesEverything || reader.Organisations.Contains(e.OrganisationId)))).OneAsync(ct);
        return person.FullName;
    }
}
