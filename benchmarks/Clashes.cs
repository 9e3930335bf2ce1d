using Training.Domain.Sessions;

namespace Training.Benchmarks;

/// <summary>Every clash of room, trainer and participant among 2,500 sessions, against the same one statement asked bare.</summary>
internal static class Clashes
{
    private const int Sessions = 2_500;
    private const int Rounds = 9;

    private static readonly DateOnly From = new(2027, 1, 1);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CancellationToken ct)
    {
        using var folder = new TemporaryFolder();
        var statements = new Statements();
        var file = folder.PathOf("training.db");
        var school = new SchoolFile(file, statements);
        await new PlannedSchool(school).FillAsync(courses: 50, Sessions, ct);

        var (checks, bare) = (new List<double>(), new List<double>());
        var found = await CheckAsync(school, ct);
        for (var round = 0; round < Rounds; round++)
        {
            statements.Forget();
            checks.Add(await Times.MillisecondsAsync(() => CheckAsync(school, ct)));
            bare.Add(await Times.MillisecondsAsync(() => statements.RepeatAsync(file, ct)));
        }

        if (found == 0)
            throw new BenchmarkFailed("No session clashes with another, so there is nothing to measure.");
        return
        [
            new("clashes-whole-plan", Times.Median(checks), "ms", Times.Median(bare))
            {
                Facts = new Dictionary<string, object> { ["sessions"] = Sessions, ["clashes"] = found, ["statements"] = statements.Count },
            },
        ];
    }

    private static async Task<int> CheckAsync(SchoolFile school, CancellationToken ct)
    {
        await using var db = school.Open();
        return (await new PlanCheck(db).OfWholePlanAsync(From, ct)).Count;
    }
}
