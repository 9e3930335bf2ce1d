using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Courses.Search;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Benchmarks;

/// <summary>
/// A school with a great many courses and sessions in the years to come: each session takes a day, in one of thirty rooms, with one of a
/// hundred trainers. There are more sessions on a day than rooms, so that some stand in each other's way, as on a busy plan.
/// </summary>
internal sealed class PlannedSchool(SchoolFile school)
{
    private const int Rooms = 30;
    private const int Trainers = 100;
    private const int SessionsADay = 40;

    private static readonly DateOnly FirstMonday = new(2027, 1, 4);
    private static readonly Session.Step Opened = new("benchmark", new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
    private static readonly TimeInterval[] Hours = [new(new(9, 0), new(12, 0)), new(new(13, 0), new(16, 0))];

    private static readonly (string Fr, string Nl)[] Acts =
        [("Prévenir", "Voorkomen van"), ("Accompagner", "Begeleiden van"), ("Comprendre", "Begrijpen van"), ("Accueillir", "Onthalen van"), ("Écouter", "Luisteren bij"), ("Coordonner", "Coördineren van"), ("Gérer", "Omgaan met"), ("Évaluer", "Evalueren van")];

    private static readonly (string Fr, string Nl)[] Matters =
        [("la radicalisation", "radicalisering"), ("l'agressivité", "agressie"), ("le décrochage scolaire", "schooluitval"), ("les conflits de voisinage", "burenconflicten"), ("les assuétudes", "verslavingen"), ("le vivre ensemble", "samenleven"), ("la médiation", "bemiddeling"), ("les violences intrafamiliales", "intrafamiliaal geweld"), ("le secret professionnel", "het beroepsgeheim"), ("l'espace public", "de openbare ruimte")];

    private static readonly (string Fr, string Nl)[] Places =
        [("dans le quartier", "in de wijk"), ("à l'école", "op school"), ("en rue", "op straat"), ("au guichet", "aan het loket"), ("dans le logement social", "in de sociale huisvesting"), ("avec les jeunes", "met jongeren"), ("avec les aînés", "met ouderen")];

    /// <summary>What people type: whole words, beginnings, plurals, without accents, in both languages, and with a typing error.</summary>
    public static readonly IReadOnlyList<string> Searches =
    [
        "radicalisation", "agressie", "mediation", "médiation quartier", "bemiddeling wijk", "prevenir agressivite", "jeunes", "jongeren school", "logement social", "secret professionnel",
        "beroepsgeheim", "conflits voisinage", "burenconflict", "violence", "geweld ouderen", "decrochage", "schooluitval", "radicalsation", "verslaving straat", "vivre ensemble",
    ];

    public async Task FillAsync(int courses, int sessions, CancellationToken ct)
    {
        await school.CreateAsync(ct);
        Room[] rooms = [.. Enumerable.Range(1, Rooms).Select(i => new Room($"Salle {i}"))];
        Person[] trainers = [.. Enumerable.Range(1, Trainers).Select(i => new Person(new PersonFacts("Formateur", $"Test-{i}", null, CorrespondenceLanguage.Fr, Gender.NotStated, null, null)))];
        Course[] taught = [.. Enumerable.Range(0, courses).Select(MakeCourse)];
        await school.SaveAsync([.. rooms, .. trainers, .. trainers.Select(person => new Trainer(person.Id)), .. taught], ct);

        await using (var db = school.Open())
        {
            foreach (var course in await db.Courses.Include(c => c.Versions).ToListAsync(ct))
                _ = course.Publish(course.Versions[0]);
            await db.SaveChangesAsync(ct);
            await new CatalogueIndex(db).RefreshAsync(ct);
        }

        foreach (var some in Enumerable.Range(0, sessions).Chunk(1000))
            await school.SaveAsync([.. some.Select(number => MakeSession(number, taught[number % courses], rooms[number % Rooms], trainers[number * 7 % Trainers]))], ct);

        SchoolFile.Close();
    }

    private static Course MakeCourse(int number)
    {
        var (act, matter, place) = (Acts[number % Acts.Length], Matters[number / Acts.Length % Matters.Length], Places[number / (Acts.Length * Matters.Length) % Places.Length]);
        var course = new Course(string.Create(CultureInfo.InvariantCulture, $"C-{number:00000}"), CourseKind.Course);
        course.Revise(new CourseTerms(
            new LocalizedText($"{act.Fr} {matter.Fr} {place.Fr}", $"{act.Nl} {matter.Nl} {place.Nl}"),
            new LocalizedText($"Module {number} du programme.", $"Module {number} van het programma."),
            ["prevention"], 360, AttendancePolicyKind.GsobThreshold, 0.75m, 200, "COCOF"));
        return course;
    }

    private static Session MakeSession(int number, Course course, Room room, Person trainer)
    {
        var day = number / SessionsADay;
        var session = new Session(string.Create(CultureInfo.InvariantCulture, $"S-{number:00000}"), course.Versions[0].Id, TeachingLanguage.Fr, room.Id, 1, 20);
        foreach (var hours in Hours)
            session.Plan(FirstMonday.AddDays(7 * (day / 5) + day % 5), hours);
        session.AssignTrainer(trainer.Id);
        session.Open(Opened);
        return session;
    }
}
