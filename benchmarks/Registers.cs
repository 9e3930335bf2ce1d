using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Enrolments;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Benchmarks;

/// <summary>
/// Saving the marks of one half-day, against bare inserts of the same rows in one transaction, with the statements of each save counted; and
/// the page that lists 2,500 sessions with what is to be done in each.
/// </summary>
internal static class Registers
{
    /// <summary>People in one half-day, unless <c>TRAINING_BENCH_MARKS</c> says otherwise.</summary>
    private const int DefaultMarks = 40;
    private const int Rounds = 25;
    private const int Lists = 300;
    private const int Sessions = 2500;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CancellationToken ct)
    {
        var marks = int.TryParse(Environment.GetEnvironmentVariable("TRAINING_BENCH_MARKS"), out var asked) && asked > 0 ? asked : DefaultMarks;
        using var folder = new TemporaryFolder();
        var statements = new Statements();
        var file = folder.PathOf("registers.db");
        var school = new SchoolFile(file, statements);
        await new TaughtYear(school, TaughtYear.Groups).FillAsync(ct);
        var (few, many) = (await SaveAsync(school, statements, 1, ct), await SaveAsync(school, statements, marks, ct));
        var lists = await ListAsync(school, file, ct);
        return
        [
            new("register-save", many.Milliseconds, "ms", many.BareMilliseconds) { Facts = new Dictionary<string, object> { ["marks"] = marks, ["statements"] = many.Statements, ["statementsForOne"] = few.Statements } },
            new("register-statements", many.Statements, "statements", few.Statements),
            new("register-list-p99", lists.P99, "ms") { Facts = new Dictionary<string, object> { ["sessions"] = Sessions, ["median ms"] = Math.Round(lists.Median, 1) } },
        ];
    }

    private sealed record Saved(double Milliseconds, double BareMilliseconds, int Statements);

    private static async Task<Saved> SaveAsync(SchoolFile school, Statements counter, int marks, CancellationToken ct)
    {
        var (slot, register, people) = await OpenHalfDayAsync(school, marks, ct);
        var (whole, bare, statements) = (new List<double>(), new List<double>(), 0);
        for (var round = 0; round < Rounds; round++)
        {
            // Another time of arrival in each round, so that every mark is written.
            var seen = people.ConvertAll(person => new MarkAttendance.Seen(person, new Presence(Absent: false, Arrived: slot.Start.AddMinutes(16 + round))));
            counter.Count = 0;
            whole.Add(await Times.MillisecondsAsync(async () =>
            {
                await using var db = school.Open();
                if ((await new MarkAttendance(db, Office.Clock, new Author()).HandleAsync(new(register, seen, Reader.WholeSchool), ct)).IsRefused)
                    throw new BenchmarkFailed("The register refused the marks.");
            }));
            statements = counter.Count;
            bare.Add(await InsertBareAsync(school, slot.Id, people, ct));
        }

        return new Saved(Times.Median(whole), Times.Median(bare), statements);
    }

    // The same rows by hand: superseding and inserting, in one transaction, which is then taken back.
    private static async Task<double> InsertBareAsync(SchoolFile school, TeachingSlotId slot, IReadOnlyList<EnrolmentId> people, CancellationToken ct)
    {
        await using var db = school.Open();
        await db.Database.OpenConnectionAsync(ct);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var time = Stopwatch.StartNew();
        await using (var transaction = await connection.BeginTransactionAsync(ct))
        {
            foreach (var person in people)
            {
                await using var supersede = connection.CreateCommand();
                supersede.CommandText = "update attendance_marks set superseded_at = '2026-12-31 00:00:00' where enrolment_id = $e and slot_id = $s and superseded_at is null";
                supersede.Parameters.AddWithValue("$e", person.Value.ToString().ToUpperInvariant());
                supersede.Parameters.AddWithValue("$s", slot.Value.ToString().ToUpperInvariant());
                await supersede.ExecuteNonQueryAsync(ct);
                await using var insert = connection.CreateCommand();
                insert.CommandText =
                    """
                    insert into attendance_marks (id, enrolment_id, slot_id, gaps, attended_minutes, recorded_by, recorded_at)
                    values ($id, $e, $s, '09:00-09:20', 160, 'benchmark', '2026-12-31 00:00:00')
                    """;
                insert.Parameters.AddWithValue("$id", Guid.CreateVersion7().ToString().ToUpperInvariant());
                insert.Parameters.AddWithValue("$e", person.Value.ToString().ToUpperInvariant());
                insert.Parameters.AddWithValue("$s", slot.Value.ToString().ToUpperInvariant());
                await insert.ExecuteNonQueryAsync(ct);
            }

            await transaction.RollbackAsync(ct);
        }

        return time.Elapsed.TotalMilliseconds;
    }

    // A new half-day with so many people in a room of its own, so that nothing of the year is in its way.
    public static async Task<(TeachingSlot Slot, HalfDayRegisterId Register, List<EnrolmentId> People)> OpenHalfDayAsync(SchoolFile school, int marks, CancellationToken ct)
    {
        await using var db = school.Open();
        var model = await db.Sessions.AsNoTracking().FirstAsync(ct);
        var session = new Session($"BENCH-{marks}", model.CourseVersionId, TeachingLanguage.Fr, model.RoomId, 1, marks);
        var slot = session.Plan(new DateOnly(2026, 1, 3), new TimeInterval(new(9, 0), new(12, 0))).Value!;
        var register = new HalfDayRegister(session.Id, slot.Date, slot.Part);
        var staff = await db.Employments.AsNoTracking().OrderBy(e => e.Id).Take(marks).ToListAsync(ct);
        var at = DateTimeOffset.UnixEpoch;
        db.AddRange(session, register);
        var people = new List<EnrolmentId>();
        foreach (var one in staff)
        {
            var enrolment = TaughtYear.Seat(session, one, at);
            people.Add(enrolment.Id);
            db.Add(enrolment);
        }

        await db.SaveChangesAsync(ct);
        return (slot, register.Id, people);
    }

    // The secretariat's list: what is to be done is counted over all sessions, and fifty of them are shown, the latest first.
    private static async Task<(double P99, double Median)> ListAsync(SchoolFile school, string file, CancellationToken ct)
    {
        await AddSessionsAsync(school, ct);
        SchoolFile.Close();
        await using var server = await ProductServer.StartOnAsync("Sqlite", $"Data Source={file}", ct, ("Samples__Skip", "true"));
        using var planner = await server.SignedInAsync("planner", ct);
        var measured = await Times.OfPageAsync(planner, "/fr/secretariat", "L-2399", Lists, ct);
        return (Times.Percentile(measured, 0.99), Times.Median(measured));
    }

    // Further sessions of two half-days and one person.
    private static async Task AddSessionsAsync(SchoolFile school, CancellationToken ct)
    {
        await using var db = school.Open();
        var (model, one) = (await db.Sessions.AsNoTracking().FirstAsync(ct), await db.Employments.AsNoTracking().OrderBy(e => e.Id).FirstAsync(ct));
        for (var number = await db.Sessions.CountAsync(ct); number < Sessions; number++)
        {
            var session = new Session($"L-{number:0000}", model.CourseVersionId, TeachingLanguage.Fr, model.RoomId, 1, 20);
            var day = new DateOnly(2025, 1, 6).AddDays(number % 300);
            session.Plan(day, new TimeInterval(new(9, 0), new(12, 0)));
            session.Plan(day, new TimeInterval(new(13, 0), new(16, 0)));
            db.AddRange(session, TaughtYear.Seat(session, one, DateTimeOffset.UnixEpoch));
            db.AddRange(session.Slots.Select(slot => new HalfDayRegister(session.Id, slot.Date, slot.Part)));
        }

        await db.SaveChangesAsync(ct);
    }

    private sealed class Statements : DbCommandInterceptor
    {
        public int Count { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count++;
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Count++;
            return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
