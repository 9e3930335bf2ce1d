using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Web.Samples;

/// <summary>
/// Gives the sample school's rooms a building, a size and equipment, and its plan something to decide: trainers who are away, a draft that
/// waits to be opened, seats that are kept, courses that say for whom they are.
/// </summary>
public sealed class SamplePlan(IServiceProvider services)
{
    private static readonly (string Fr, string Nl, string AddressFr, string AddressNl, string Nis)[] Venues =
    [
        ("Siège de l'école", "Zetel van de school", "Rue de l'Exemple 4, 1000 Bruxelles", "Voorbeeldstraat 4, 1000 Brussel", "21004"),
        ("Campus Brusafe", "Campus Brusafe", "Chemin du Modèle 12, 1130 Haren", "Modelweg 12, 1130 Haren", "21004"),
        ("Antenne de Schaerbeek", "Antenne Schaarbeek", "Place de l'Essai 7, 1030 Schaerbeek", "Proefplein 7, 1030 Schaarbeek", "21015"),
    ];

    private static readonly (string Room, int Venue, int Capacity, string[] Equipment)[] Rooms =
    [
        ("Salle Horta", 0, 24, ["projector", "whiteboard", "induction-loop", "step-free"]),
        ("Zaal Brel", 0, 20, ["projector", "computers", "step-free"]),
        ("Brusafe Haren 2", 1, 20, ["projector", "mats"]),
        ("Salle Magritte", 2, 18, ["flipchart", "video"]),
    ];

    private static readonly (string First, string Last, CorrespondenceLanguage Language)[] Trainers =
        [("Karim", "Lambrechts", CorrespondenceLanguage.Fr), ("Liesbet", "Claes", CorrespondenceLanguage.Nl)];

    public async Task WriteAsync(DateOnly today, CancellationToken ct)
    {
        await KeepPlacesAsync(ct);
        var trainers = await AddTrainersAsync(ct);
        var monday = today.AddDays(70 - (((int)today.DayOfWeek + 6) % 7));
        await UseAsync((NoteTrainerAbsence use) => use.HandleAsync(new(trainers[0], monday.AddDays(7), monday.AddDays(11), null), ct));
        await SayForWhomAsync(ct);
        await PlanDraftAsync(monday, trainers[1], ct);
        await KeepSeatsAsync(today, ct);
    }

    private async Task KeepPlacesAsync(CancellationToken ct)
    {
        foreach (var venue in Venues)
            await UseAsync((KeepVenue use) => use.HandleAsync(new(null, new LocalizedText(venue.Fr, venue.Nl), new LocalizedText(venue.AddressFr, venue.AddressNl), venue.Nis), ct));
        var venues = await ReadAsync(db => db.Venues.ToDictionaryAsync(v => v.Name.Fr, v => v.Id, ct));
        var rooms = await ReadAsync(db => db.Rooms.ToDictionaryAsync(r => r.Name, r => r.Id, ct));
        foreach (var room in Rooms.Where(room => rooms.ContainsKey(room.Room)))
            await UseAsync((KeepRoom use) => use.HandleAsync(new(rooms[room.Room], room.Room, venues[Venues[room.Venue].Fr], room.Capacity, room.Equipment), ct));
    }

    private async Task<IReadOnlyList<PersonId>> AddTrainersAsync(CancellationToken ct)
    {
        var added = new List<PersonId>();
        foreach (var (first, last, language) in Trainers)
        {
            var email = $"{first}.{last}@trainers.example.org".ToLowerInvariant();
            added.Add((await UseAsync((AddTrainer use) => use.HandleAsync(new(first, last, email, language), ct))).Value);
        }

        return added;
    }

    private async Task SayForWhomAsync(CancellationToken ct)
    {
        foreach (var code in new[] { "AGR-PUB", "DESESC", "DIV-ACC" })
        {
            var course = await ReadAsync(db => db.Courses.Where(c => c.Code == code).Select(c => new { c.Id, c.Kind, c.PublishedVersionId }).SingleOrDefaultAsync(ct));
            if (course?.PublishedVersionId is not { } published)
                continue;

            var version = await ReadAsync(db => db.CourseVersions.AsNoTracking().Include(v => v.Themes).Include(v => v.TargetGroups).SingleAsync(v => v.Id == published, ct));
            var terms = version.Terms with
            {
                InContactWithPublic = true,
                FunctionCodes = code == "AGR-PUB" ? ["FUN-GDP", "FUN-SW"] : ["FUN-ADM"],
                Objectives = new LocalizedText(
                    "Reconnaître la montée d'une tension, poser une limite claire et rester en sécurité.",
                    "Oplopende spanning herkennen, een duidelijke grens stellen en veilig blijven."),
                Prerequisites = new LocalizedText("Aucun. Un diplôme n'est jamais demandé.", "Geen. Er wordt nooit een diploma gevraagd."),
            };
            await UseAsync((ReviseCourse use) => use.HandleAsync(new(course.Id, code, course.Kind, terms, [], ConfirmTranslation: true, Publish: true), ct));
        }
    }

    private async Task PlanDraftAsync(DateOnly monday, PersonId trainer, CancellationToken ct)
    {
        var course = await ReadAsync(db => db.Courses.Where(c => c.Code == "VIV-ENS").Select(c => c.Id).SingleAsync(ct));
        var room = await ReadAsync(db => db.Rooms.Where(r => r.Name == "Salle Magritte").Select(r => r.Id).SingleAsync(ct));
        var day = BelgianHolidays.Includes(monday.AddDays(3)) ? monday.AddDays(2) : monday.AddDays(3);
        var plan = new SessionPlan(TeachingLanguage.Nl, room, 6, 16, [trainer], [new(day, new(new(9, 0), new(12, 0))), new(day, new(new(13, 0), new(16, 0)))]);
        await UseAsync((PlanSession use) => use.HandleAsync(new(null, 0, course, null, plan, "Voorlopig"), ct));
    }

    private async Task KeepSeatsAsync(DateOnly today, CancellationToken ct)
    {
        var session = await ReadAsync(db => db.Sessions.Where(s => s.Code == "AGR-PUB-27S").Select(s => new { s.Id, s.FirstDay }).SingleOrDefaultAsync(ct));
        if (session?.FirstDay is { } first && first > today.AddDays(30))
            await UseAsync((ReserveSeats use) => use.HandleAsync(new(session.Id, SeatReservationKind.Sector, "SEC-PREV", 3, first.AddDays(-30)), ct));
    }

    private async Task<T> ReadAsync<T>(Func<TrainingDbContext, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TrainingDbContext>());
    }

    private async Task<TResult> UseAsync<TUseCase, TResult>(Func<TUseCase, Task<TResult>> use) where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
