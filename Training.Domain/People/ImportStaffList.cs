using Microsoft.EntityFrameworkCore;
using Training.Domain.Imports;
using Training.Domain.Organisations;
using Training.Domain.Persistence;

namespace Training.Domain.People;

/// <summary>
/// The staff list of one employer, as its office sends it. Only this employer's people are looked at: whoever also works elsewhere
/// becomes a person of their own here, and nothing of another employer shows.
/// </summary>
public sealed class ImportStaffList(TrainingDbContext db)
{
    private const string VolunteerFunction = "FUN-VOL";

    private static readonly Column[] Columns =
    [
        new("FirstName", "Prénom", "Voornaam", "First name"),
        new("LastName", "Nom", "Naam", "Last name", "Nom de famille", "Familienaam"),
        new("Email", "E-mail", "Courriel", "E-mailadres"),
        new("Language", "Langue", "Taal"),
        new("Gender", "Sexe", "Geslacht", "Genre"),
        new("YearOfBirth", "Année de naissance", "Geboortejaar", "Year of birth"),
        new("Function", "Fonction", "Functie"),
        new("Fte", "ETP", "VTE", "FTE"),
        new("FundingStatus", "Statut", "Statuut", "Funding status"),
        new("Post", "Poste ACS", "Geco-post", "GECO post"),
        new("RequiredLevel", "Niveau requis", "Vereist niveau", "Required level"),
        new("Start", "Entrée en service", "In dienst sinds", "In service since"),
        new("Remark", "Remarque", "Opmerking"),
    ];

    private static readonly Dictionary<string, CorrespondenceLanguage> CorrespondenceLanguages = new()
    {
        ["FR"] = CorrespondenceLanguage.Fr,
        ["NL"] = CorrespondenceLanguage.Nl,
    };

    private static readonly Dictionary<string, Gender> Genders = new()
    {
        [""] = Gender.NotStated,
        ["F"] = Gender.F,
        ["M"] = Gender.M,
        ["X"] = Gender.X,
        ["V"] = Gender.F,
    };

    private static readonly Dictionary<string, FundingStatus> Statuses = new()
    {
        ["GECO_ASSOCIATION"] = FundingStatus.GecoAssociation,
        ["EX_GECO_LOCAL"] = FundingStatus.ExGecoLocal,
        ["NOT_GECO"] = FundingStatus.NotGeco,
    };

    public sealed record Request(Stream File, string OrganisationCode, ImportMode Mode);

    private sealed record Entry(PersonFacts Person, EmploymentTerms Terms, string? Remark);

    public async Task<Outcome<ImportReport>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == request.OrganisationCode, ct) is not { } employer)
            return new UnknownCode(request.OrganisationCode);

        var functions = await db.StaffFunctions.Select(f => f.Code).ToHashSetAsync(ct);
        var known = await KnownAsync(employer.Id, ct);
        var seen = new Dictionary<string, (int Line, Entry Entry)>();
        return await ImportTable.RunAsync(db, request.File, request.Mode, Columns, (row, report) =>
        {
            var entry = Read(row, employer, functions);
            if (!row.IsGood)
                return;

            var key = KeyOf(entry.Person, entry.Terms.Start);
            if (!seen.TryAdd(key, (row.Line, entry)))
            {
                report.Duplicate(row.Line, seen[key].Line);
                return;
            }

            Warn(row, entry, report);
            Keep(row, employer.Id, entry, known.GetValueOrDefault(key), report);
        }, ct);
    }

    private async Task<Dictionary<string, (Person Person, Employment Employment)>> KnownAsync(OrganisationId employer, CancellationToken ct)
    {
        var rows = await (
            from employment in db.Employments
            join person in db.People on employment.PersonId equals person.Id
            where employment.OrganisationId == employer
            select new { person, employment }).ToListAsync(ct);

        var known = new Dictionary<string, (Person, Employment)>();
        foreach (var row in rows.OrderBy(row => row.employment.Start))
        {
            var facts = new PersonFacts(row.person.FirstName, row.person.LastName, row.person.Email, default, default, null, null);
            known[KeyOf(facts, row.employment.Start)] = (row.person, row.employment);
        }

        return known;
    }

    // An address tells two people of one employer apart; without one, the name and the day of entry do.
    private static string KeyOf(PersonFacts person, DateOnly start) =>
        person.Email ?? FormattableString.Invariant($"{person.FirstName.ToLowerInvariant()}|{person.LastName.ToLowerInvariant()}|{start:yyyy-MM-dd}");

    private static Entry Read(RowReader row, Organisation employer, HashSet<string> functions)
    {
        var function = row.Known("Function", functions);
        var person = new PersonFacts(
            row.Text("FirstName", Person.NameMaxLength),
            row.Text("LastName", Person.NameMaxLength),
            row.OptionalEmail("Email", Person.EmailMaxLength),
            row.Code("Language", CorrespondenceLanguages, default),
            row.Code("Gender", Genders, default),
            row.OptionalWhole("YearOfBirth", 1900, 2100),
            LevelHeld: null);
        var terms = new EmploymentTerms(
            function,
            row.Fraction("Fte"),
            row.Code("FundingStatus", Statuses, default),
            CategoryOf(function, employer),
            row.OptionalWhole("RequiredLevel", 1, 5),
            row.Text("Post", Employment.PostReferenceMaxLength, required: false) is { Length: > 0 } post ? post : null,
            row.Date("Start"));
        var remark = row.Text("Remark", Employment.RemarkMaxLength, required: false);
        return new Entry(person, terms, remark.Length > 0 ? remark : null);
    }

    // A default that the office can correct: what the file does not say follows the employer.
    private static StaffCategory CategoryOf(string function, Organisation employer) =>
        function == VolunteerFunction ? StaffCategory.Volunteer
        : employer.IsPublicService ? StaffCategory.ContractualPublic
        : StaffCategory.Private;

    private static void Warn(RowReader row, Entry entry, ImportReport report)
    {
        foreach (var (column, name) in new[] { ("FirstName", entry.Person.FirstName), ("LastName", entry.Person.LastName) })
        {
            if (name.Contains('?') || name.Contains('\uFFFD'))
                report.Warn(row.Line, row.HeadingOf(column), new LettersDamaged(name));
        }

        if (entry.Terms is { StaffCategory: StaffCategory.Volunteer, FundingStatus: FundingStatus.GecoAssociation })
            report.Warn(row.Line, row.HeadingOf("FundingStatus"), new VolunteerInGecoPost());
    }

    private void Keep(RowReader row, OrganisationId employer, Entry entry, (Person Person, Employment Employment) known, ImportReport report)
    {
        if (known.Person is null)
        {
            var person = new Person(entry.Person);
            db.Add(person);
            db.Add(new Employment(person.Id, employer, entry.Terms, entry.Remark));
            report.CountAdded();
            return;
        }

        if (entry.Terms.Start < known.Employment.Start)
        {
            row.Note("Start", new StartBeforeKnown(known.Employment.Start), 0);
            return;
        }

        var changed = known.Person.Restate(entry.Person with { LevelHeld = known.Person.LevelHeld });
        if (entry.Terms.Start > known.Employment.Start)
        {
            db.Add(known.Employment.ChangeTo(entry.Terms));
            changed = true;
        }
        else if (known.Employment.Terms != entry.Terms || known.Employment.Remark != entry.Remark)
        {
            known.Employment.Correct(entry.Terms, entry.Remark);
            changed = true;
        }

        report.CountChanged(changed);
    }
}
