using Microsoft.EntityFrameworkCore;
using Training.Domain.Imports;
using Training.Domain.Organisations;
using Training.Domain.Persistence;

namespace Training.Domain.People;

/// <summary>
/// The rows of one employer's staff list against what is known of its people. Only this employer's people are looked at: whoever also
/// works elsewhere becomes a person of their own here, and nothing of another employer shows.
/// </summary>
internal sealed class StaffList
{
    public static readonly Column[] Columns =
    [
        new("FirstName", "Prénom", "Voornaam", "First name"),
        new("LastName", "Nom", "Naam", "Last name", "Nom de famille", "Familienaam", "Achternaam"),
        new("Email", "E-mail", "Courriel", "E-mailadres", "Adresse e-mail", "Mail") { IsOptional = true },
        new("Language", "Langue", "Taal", "Language"),
        new("Gender", "Sexe", "Geslacht", "Genre", "Gender") { IsOptional = true },
        new("YearOfBirth", "Année de naissance", "Geboortejaar", "Year of birth") { IsOptional = true },
        new("Function", "Fonction", "Functie", "Function"),
        new("Fte", "ETP", "VTE", "FTE", "Fraction d'occupation", "Werkbreuk"),
        new("FundingStatus", "Statut", "Statuut", "Funding status"),
        new("Post", "Poste ACS", "Geco-post", "GECO post") { IsOptional = true },
        new("RequiredLevel", "Niveau requis", "Vereist niveau", "Required level") { IsOptional = true },
        new("Start", "Entrée en service", "In dienst sinds", "In service since"),
        new("Remark", "Remarque", "Opmerking", "Remark") { IsOptional = true },
    ];

    public static readonly IReadOnlyDictionary<string, CorrespondenceLanguage> Languages = new Dictionary<string, CorrespondenceLanguage>
    {
        ["FR"] = CorrespondenceLanguage.Fr,
        ["NL"] = CorrespondenceLanguage.Nl,
    };

    public static readonly IReadOnlyDictionary<string, FundingStatus> Statuses = new Dictionary<string, FundingStatus>
    {
        ["GECO_ASSOCIATION"] = FundingStatus.GecoAssociation,
        ["EX_GECO_LOCAL"] = FundingStatus.ExGecoLocal,
        ["NOT_GECO"] = FundingStatus.NotGeco,
    };

    public static readonly IReadOnlyDictionary<string, Gender> Genders = new Dictionary<string, Gender>
    {
        [""] = Gender.NotStated,
        ["F"] = Gender.F,
        ["M"] = Gender.M,
        ["X"] = Gender.X,
        ["V"] = Gender.F,
    };

    private const string VolunteerFunction = "FUN-VOL";

    private readonly TrainingDbContext _db;
    private readonly Organisation _employer;
    private readonly TableColumns _columns;
    private readonly Dictionary<string, Known> _known = [];
    private readonly Dictionary<string, (int Line, Entry Entry)> _seen = [];
    private HashSet<string> _functions = [];
    private Dictionary<string, GecoPost> _posts = [];

    private StaffList(TrainingDbContext db, Organisation employer, TableColumns columns) => (_db, _employer, _columns) = (db, employer, columns);

    private sealed record Entry(PersonFacts Person, EmploymentTerms Terms, string? Remark);

    /// <summary>Whoever is known to another employer too: what the two share changes at the secretariat only.</summary>
    private sealed record Known(Person Person, Employment Employment, bool IsShared)
    {
        public string? Email => Employment.WorkEmail ?? Person.Email;
    }

    public static async Task<StaffList> OfAsync(TrainingDbContext db, Organisation employer, TableColumns columns, CancellationToken ct)
    {
        var list = new StaffList(db, employer, columns);
        list._functions = await db.StaffFunctions.Select(f => f.Code).ToHashSetAsync(ct);
        list._posts = await db.GecoPosts.Where(post => post.OrganisationId == employer.Id).ToDictionaryAsync(post => post.Reference, ct);

        var rows = await (
            from employment in db.Employments
            join person in db.People on employment.PersonId equals person.Id
            where employment.OrganisationId == employer.Id
            select new
            {
                Person = person,
                Employment = employment,
                IsShared = db.Employments.Any(other => other.PersonId == person.Id && other.OrganisationId != employer.Id),
            }).ToListAsync(ct);
        foreach (var known in rows.OrderBy(row => row.Employment.Start).Select(row => new Known(row.Person, row.Employment, row.IsShared)))
            list._known[KeyOf(known.Email, known.Person.FirstName, known.Person.LastName, known.Employment.Start)] = known;
        return list;
    }

    /// <param name="written">Told after every few hundred rows how many are written.</param>
    public Task<ImportReport> GoThroughAsync(TableFile table, ImportMode mode, CancellationToken ct, Func<int, Task>? written = null) =>
        ImportTable.RunAsync(_db, table, _columns, mode, Import, ct, written: written);

    /// <summary>Those who work here on a day and whom no row names, not even a refused one.</summary>
    public IReadOnlyList<(Person Person, Employment Employment)> LeaversOn(DateOnly date, TableFile table)
    {
        string Cell(TableRow row, string column) => _columns[column]?.Index is { } index && index < row.Cells.Count ? row.Cells[index].Trim().ToLowerInvariant() : "";
        var addresses = table.Rows.Select(row => Cell(row, "Email")).Where(address => address.Length > 0).ToHashSet();
        var names = table.Rows.Select(row => $"{Cell(row, "FirstName")}|{Cell(row, "LastName")}").ToHashSet();

        return [.. _known.Values
            .Where(known => known.Employment.CoversDay(date))
            .Where(known => (known.Email is null || !addresses.Contains(known.Email)) && !names.Contains($"{known.Person.FirstName.ToLowerInvariant()}|{known.Person.LastName.ToLowerInvariant()}"))
            .OrderBy(known => known.Person.LastName, StringComparer.CurrentCultureIgnoreCase).ThenBy(known => known.Person.FirstName, StringComparer.CurrentCultureIgnoreCase)
            .Select(known => (known.Person, known.Employment))];
    }

    // An address tells two people of one employer apart; without one, the name and the day of entry do.
    private static string KeyOf(string? email, string firstName, string lastName, DateOnly start) =>
        email ?? FormattableString.Invariant($"{firstName.ToLowerInvariant()}|{lastName.ToLowerInvariant()}|{start:yyyy-MM-dd}");

    private void Import(RowReader row, ImportReport report)
    {
        var entry = Read(row);
        if (!row.IsGood)
            return;

        var key = KeyOf(entry.Person.Email, entry.Person.FirstName, entry.Person.LastName, entry.Terms.Start);
        if (!_seen.TryAdd(key, (row.Line, entry)))
        {
            report.Duplicate(row.Line, _seen[key].Line);
            return;
        }

        Warn(row, entry, report);
        Keep(row, entry, _known.GetValueOrDefault(key), report);
    }

    private Entry Read(RowReader row)
    {
        var function = row.Known("Function", _functions);
        var person = new PersonFacts(
            row.Text("FirstName", Person.NameMaxLength),
            row.Text("LastName", Person.NameMaxLength),
            row.OptionalEmail("Email", Person.EmailMaxLength),
            row.Code("Language", Languages, default),
            row.Code("Gender", Genders, default),
            row.OptionalWhole("YearOfBirth", 1900, 2100),
            LevelHeld: null);
        var terms = new EmploymentTerms(
            function,
            row.Fraction("Fte"),
            row.Code("FundingStatus", Statuses, default),
            CategoryOf(function),
            row.OptionalWhole("RequiredLevel", 1, 5),
            row.Text("Post", Employment.PostReferenceMaxLength, required: false) is { Length: > 0 } post ? post : null,
            row.Date("Start"));
        var remark = row.Text("Remark", Employment.RemarkMaxLength, required: false);
        return new Entry(person, terms, remark.Length > 0 ? remark : null);
    }

    // A default that the office can correct: what the file does not say follows the employer.
    private StaffCategory CategoryOf(string function) =>
        function == VolunteerFunction ? StaffCategory.Volunteer
        : _employer.IsPublicService ? StaffCategory.ContractualPublic
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

    private void Keep(RowReader row, Entry entry, Known? known, ImportReport report)
    {
        if (known is null)
        {
            var person = new Person(entry.Person);
            _db.Add(person);
            _db.Add(new Employment(person.Id, _employer.Id, entry.Terms, entry.Remark));
            Open(entry.Terms);
            report.CountAdded();
            return;
        }

        var (facts, terms, remark) = WithWhatTheListLeavesOut(row, entry, known);
        if (terms.Start < known.Employment.Start)
        {
            row.Note("Start", new StartBeforeKnown(known.Employment.Start), 0);
            return;
        }

        Tell(row, facts, terms, remark, known, report);
        var changed = known.Person.Restate(facts);
        if (terms.Start > known.Employment.Start)
        {
            _db.Add(known.Employment.ChangeTo(terms));
            changed = true;
        }
        else if (known.Employment.Terms != terms || known.Employment.Remark != remark)
        {
            known.Employment.Correct(terms, remark);
            changed = true;
        }

        Open(terms);
        report.CountChanged(changed);
    }

    private static (PersonFacts Facts, EmploymentTerms Terms, string? Remark) WithWhatTheListLeavesOut(RowReader row, Entry entry, Known known)
    {
        var (was, had) = (known.Person.Facts, known.Employment.Terms);
        var facts = known.IsShared ? was : entry.Person with
        {
            Email = known.Employment.WorkEmail is null && row.Has("Email") ? entry.Person.Email : was.Email,
            Gender = row.Has("Gender") ? entry.Person.Gender : was.Gender,
            YearOfBirth = row.Has("YearOfBirth") ? entry.Person.YearOfBirth : was.YearOfBirth,
            LevelHeld = was.LevelHeld,
            Telephone = was.Telephone,
        };
        var terms = entry.Terms with
        {
            StaffCategory = entry.Terms.FunctionCode == had.FunctionCode ? had.StaffCategory : entry.Terms.StaffCategory,
            RequiredLevel = row.Has("RequiredLevel") ? entry.Terms.RequiredLevel : had.RequiredLevel,
            PostReference = row.Has("Post") ? entry.Terms.PostReference : had.PostReference,
            UnitId = had.UnitId,
            LanguageRole = had.LanguageRole,
        };
        return (facts, terms, row.Has("Remark") ? entry.Remark : known.Employment.Remark);
    }

    private static void Tell(RowReader row, PersonFacts facts, EmploymentTerms terms, string? remark, Known known, ImportReport report)
    {
        var (was, had) = (known.Person.Facts, known.Employment.Terms);
        (string Column, bool Differs)[] columns =
        [
            ("FirstName", facts.FirstName != was.FirstName), ("LastName", facts.LastName != was.LastName), ("Email", facts.Email != was.Email),
            ("Language", facts.Language != was.Language), ("Gender", facts.Gender != was.Gender), ("YearOfBirth", facts.YearOfBirth != was.YearOfBirth),
            ("Function", terms.FunctionCode != had.FunctionCode), ("Fte", terms.FteFraction != had.FteFraction),
            ("FundingStatus", terms.FundingStatus != had.FundingStatus), ("Post", terms.PostReference != had.PostReference),
            ("RequiredLevel", terms.RequiredLevel != had.RequiredLevel), ("Start", terms.Start != had.Start), ("Remark", remark != known.Employment.Remark),
        ];
        foreach (var (column, _) in columns.Where(column => column.Differs))
            report.Change(row.HeadingOf(column));
    }

    // A subsidised post that the employer names for the first time.
    private void Open(EmploymentTerms terms)
    {
        if (terms is not { FundingStatus: FundingStatus.GecoAssociation, PostReference: { } reference } || _posts.ContainsKey(reference))
            return;

        var post = new GecoPost(_employer.Id, reference, new GecoPostFacts(terms.RequiredLevel, terms.FteFraction));
        _db.Add(_posts[reference] = post);
    }
}
