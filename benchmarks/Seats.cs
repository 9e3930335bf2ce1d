using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Benchmarks;

/// <summary>The last five seats of a session, asked for by fifty clients at once through two processes of the product on one database.</summary>
internal static partial class Seats
{
    private const int Rounds = 8;
    private const int Clients = 50;
    private const int SeatsInSession = 5;
    private const string Employer = "ASBL-01";

    private static readonly DateOnly FirstDay = new(2027, 3, 1);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CancellationToken ct)
    {
        var figures = new List<Figure>();
        await using (var sqlite = new SqliteRace())
            figures.Add(await MeasureAsync(sqlite, ct));
        await using (var postgres = await PostgresRace.StartAsync(ct))
            figures.Add(await MeasureAsync(postgres, ct));
        return figures;
    }

    private static async Task<Figure> MeasureAsync(IRaceDatabase database, CancellationToken ct)
    {
        await using var first = await ProductServer.StartOnAsync(database.Provider, database.ConnectionString, ct);
        var (people, sessions) = await PrepareAsync(database, ct);
        await using var second = await ProductServer.StartOnAsync(database.Provider, database.ConnectionString, ct);
        ProductServer[] servers = [first, second];
        var clients = new List<Client>();
        foreach (var (person, i) in people.Select((person, i) => (person, i)))
            clients.Add(await Client.SignInAsync(servers[i % 2], sessions[0].Code, person, ct));

        var errors = 0;
        var time = Stopwatch.StartNew();
        foreach (var session in sessions)
        {
            var answers = await Task.WhenAll(clients.Select(client => client.EnrolAsync(session.Code, ct)));
            errors += answers.Count(answer => !answer);
        }

        var perSecond = Rounds * Clients / time.Elapsed.TotalSeconds;
        clients.ForEach(client => client.Dispose());
        var count = await CountAsync(database, [.. sessions.Select(s => s.Id)], ct);
        return new Figure($"seats-{database.Provider.ToLowerInvariant()}", perSecond, "enrolments/s", await database.BareInsertsPerSecondAsync(Rounds, Clients, SeatsInSession, ct))
        {
            Facts = new Dictionary<string, object>
            {
                ["database"] = database.Provider,
                ["rounds"] = Rounds,
                ["clients"] = Clients,
                ["seats"] = SeatsInSession,
                ["confirmed"] = count.Confirmed,
                ["ranked"] = count.Ranked,
                ["duplicates"] = count.Duplicates,
                ["errors"] = errors + count.Wrong,
            },
        };
    }

    // Fifty colleagues of the officer, and a session of an hour for each round.
    private static async Task<(IReadOnlyList<Guid> People, IReadOnlyList<Session> Sessions)> PrepareAsync(IRaceDatabase database, CancellationToken ct)
    {
        await using var db = database.Open();
        var employer = await db.Organisations.SingleAsync(o => o.Code == Employer, ct);
        var people = Enumerable.Range(1, Clients).Select(i => new Person(new PersonFacts(
            $"Coureur{i}", "Test", $"coureur{i}@example.org", CorrespondenceLanguage.Fr, Gender.NotStated, null, null))).ToList();
        var terms = new EmploymentTerms("FUN-SW", 1, FundingStatus.GecoAssociation, StaffCategory.Private, 4, "RACE", new DateOnly(2020, 1, 1));
        var version = await db.Courses.Where(c => c.PublishedVersionId != null).Select(c => c.PublishedVersionId!.Value).FirstAsync(ct);
        var room = await db.Rooms.Select(r => r.Id).FirstAsync(ct);
        var sessions = Enumerable.Range(0, Rounds).Select(round =>
        {
            var session = new Session(string.Create(CultureInfo.InvariantCulture, $"RACE-{round + 1}"), version, TeachingLanguage.Fr, room, 1, SeatsInSession);
            session.Plan(FirstDay.AddDays(round), new TimeInterval(new(9, 0), new(10, 0)));
            return session;
        }).ToList();
        db.AddRange(people);
        db.AddRange(people.Select(person => new Employment(person.Id, employer.Id, terms)));
        db.AddRange(sessions);
        await db.SaveChangesAsync(ct);
        return ([.. people.Select(person => person.Id.Value)], sessions);
    }

    private static async Task<(int Confirmed, int Ranked, int Duplicates, int Wrong)> CountAsync(IRaceDatabase database, IReadOnlyList<SessionId> sessions, CancellationToken ct)
    {
        await using var db = database.Open();
        var (confirmed, ranked, duplicates, wrong) = (0, 0, 0, 0);
        foreach (var session in sessions)
        {
            var rows = await db.Enrolments.AsNoTracking().Where(e => e.SessionId == session).ToListAsync(ct);
            var ranks = (await db.RanksAsync([session], ct)).Values.Order().ToList();
            var seated = rows.Where(row => row.Status == EnrolmentStatus.Confirmed && row.HoldsSeat).Select(row => row.Id).ToHashSet();
            var ids = rows.Select(row => row.Id).ToList();
            var lines = await db.LedgerEntries.AsNoTracking().Where(e => e.EnrolmentId != null && ids.Contains(e.EnrolmentId.Value)).ToListAsync(ct);
            confirmed += seated.Count;
            ranked += ranks.SequenceEqual(Enumerable.Range(1, ranks.Count)) ? ranks.Count : 0;
            duplicates += rows.Count - rows.Select(row => row.PersonId).Distinct().Count();
            wrong += lines.Count - seated.Count;
        }

        return (confirmed, ranked, duplicates, wrong);
    }

    /// <summary>A browser of the training officer that enrols one colleague and says yes at the same time.</summary>
    private sealed partial class Client : IDisposable
    {
        private readonly HttpClient _http;
        private readonly string _person;
        private string _token = "";

        private Client(ProductServer server, Guid person)
        {
            _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = server.AddressOf("/") };
            _person = person.ToString();
        }

        public static async Task<Client> SignInAsync(ProductServer server, string session, Guid person, CancellationToken ct)
        {
            var client = new Client(server, person);
            using var persona = new FormUrlEncodedContent([new("persona", "officer")]);
            using var signedIn = await client._http.PostAsync(new Uri("/demo/sign-in", UriKind.Relative), persona, ct);
            var page = await client._http.GetStringAsync(new Uri($"/fr/sessions/{session}/enrol?q=Coureur", UriKind.Relative), ct);
            client._token = Token().Match(page) is { Success: true } token ? token.Groups[1].Value : throw new BenchmarkFailed("The enrolment page has no form.");
            return client;
        }

        /// <returns>Whether the product led on to the page that says what came of it.</returns>
        public async Task<bool> EnrolAsync(string session, CancellationToken ct)
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", _token), new("person", _person), new("button", "enrol-approved")]);
            using var answer = await _http.PostAsync(new Uri($"/fr/sessions/{session}/enrol", UriKind.Relative), form, ct);
            return answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location?.OriginalString.Contains("/enrol/result", StringComparison.Ordinal) == true;
        }

        public void Dispose() => _http.Dispose();

        [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
        private static partial Regex Token();
    }
}
