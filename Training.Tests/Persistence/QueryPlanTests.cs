using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Shouldly;
using Training.Domain.Messages;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Persistence;

/// <summary>
/// What is asked most reads no large table from end to end. The planner of PostgreSQL is forbidden every way around a missing index, and asked twice:
/// as the tables are, and as if they held a million rows each. Where an index serves, one of the two plans uses it; where none does, neither can.
/// </summary>
public class QueryPlanTests
{
    private const int RowsPretended = 1_000_000;

    /// <summary>Tables that grow with every session, person or mail.</summary>
    private static readonly HashSet<string> Large =
    [
        "absence_rulings", "allocation_lines", "approval_asks", "attendance_marks", "certificate_papers", "certificates", "change_records", "charge_lines", "employments",
        "enrolment_transitions", "enrolments", "exam_marks", "justification_requests", "ledger_entries", "mark_contests", "outbox_messages", "people", "personal_values",
        "register_seals", "registers", "sent_marks", "session_transitions", "sessions", "signature_checks", "teaching_slots", "time_release_accounts", "unlisted_persons", "work_items",
    ];

    /// <summary>Indexes that hold only what waits for somebody: to read one of them is to read what is asked for.</summary>
    private static readonly HashSet<string> Waiting = ["ix_outbox_messages_recorded_at", "ix_mark_contests_sent_at"];

    private static readonly (string Persona, string Address)[] Busiest =
    [
        ("", "/fr/catalogue"),
        ("", "/fr/courses/AGR-PUB"),
        ("", "/fr/sessions/AGR-PUB-27S"),
        ("", "/api/v1/courses"),
        ("", "/verify/{code}"),
        ("participant", "/fr/enrolments"),
        ("participant", "/fr/time-release"),
        ("participant", "/fr/absences"),
        ("officer", "/fr/"),
        ("officer", "/fr/sessions/AGR-PUB-27S/enrol"),
        ("officer", "/fr/enrolments"),
        ("officer", "/fr/time-release"),
        ("officer", "/fr/cockpit?month=2026-11"),
        ("officer", "/fr/people"),
        ("approver", "/fr/approvals"),
        ("trainer", "/fr/registers"),
        ("trainer", "/fr/registers/{register}"),
        ("trainer", "/fr/attendance"),
        ("planner", "/fr/secretariat/sessions/GDP-BASE-26A"),
        ("planner", "/fr/planning/sessions/AGR-PUB-27S"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_the_busiest_pages_and_of_the_sender_need_no_scan_of_a_large_table()
    {
        var asked = new Recorder();
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(Engine.PostgreSql, asked);
        var commands = new List<(string About, NpgsqlCommand Command)>();
        foreach (var own in Busiest.GroupBy(page => page.Persona))
        {
            using var client = own.Key.Length == 0 ? app.Anonymous() : await app.ClientForAsync(own.Key);
            foreach (var (_, address) in own)
            {
                var path = await FillAsync(app, address);
                asked.Begin();
                using var page = await client.GetAsync(new Uri(path, UriKind.Relative), Ct);
                page.IsSuccessStatusCode.ShouldBeTrue($"{path}: {page.StatusCode}");
                commands.AddRange(asked.End().Select(command => (address, command)));
            }
        }

        await GatherADigestAsync(app);
        asked.Begin();
        await app.SendMailAsync(Ct);
        commands.AddRange(asked.End().Select(command => ("mail", command)));
        commands.ShouldContain(one => one.About == "mail" && one.Command.CommandText.Contains("message_preferences", StringComparison.Ordinal));

        commands.Count.ShouldBeGreaterThan(Busiest.Length);
        (await ScansAsync(await app.ReadAsync(db => Task.FromResult(db.Database.GetConnectionString()!)), commands)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Would_show_a_scan()
    {
        await using var database = await TestDatabase.NewAsync(Engine.PostgreSql);
        (string, NpgsqlCommand)[] commands =
        [
            ("scan", new("select * from attendance_marks where recorded_by = 'x'")),
            ("index", new("select * from attendance_marks where slot_id = '00000000-0000-0000-0000-000000000000'")),
            ("join", new("select * from enrolments e where e.session_id = '00000000-0000-0000-0000-000000000000' and exists (select 1 from outbox_messages m where m.address = e.session_id::text)")),
        ];

        (await ScansAsync(database.ConnectionString, commands)).Select(scan => scan.Split(" in ")[0]).ShouldBe(["scan: attendance_marks", "join: outbox_messages"]);
    }

    private static async Task<string> FillAsync(TrainingApp app, string address) => address
        .Replace("{code}", await app.ReadAsync(db => db.Certificates.OrderBy(c => c.Number).Select(c => c.VerificationCode).FirstAsync(Ct)), StringComparison.Ordinal)
        .Replace("{register}", (await app.ReadAsync(db => db.Registers.OrderBy(r => r.Date).Select(r => r.Id).FirstAsync(Ct))).Value.ToString(), StringComparison.Ordinal);

    // Two messages that have waited for this morning, so that the sender asks all that it can ask.
    private static async Task GatherADigestAsync(TrainingApp app)
    {
        var (reader, facts) = (await app.ReadAsync(db => db.People.AsNoTracking().FirstAsync(p => p.Email != null, Ct)), new EnrolmentFacts("S-1", "Cours", "Opleiding", null, null));
        var preference = new MessagePreference(new MessageReader(reader.Id, null), MessageKind.RegisterStillOpen);
        preference.Choose(Delivery.Daily, app.Clock.GetUtcNow());
        await app.SaveAsync(
            preference, facts.To(reader.Id, MessageKind.RegisterStillOpen, app.Clock.GetUtcNow().AddDays(-3)), facts.To(reader.Id, MessageKind.RegisterStillOpen, app.Clock.GetUtcNow().AddDays(-4)));
    }

    // Those that are in both plans of a command.
    private static async Task<IReadOnlyList<string>> ScansAsync(string database, IReadOnlyList<(string About, NpgsqlCommand Command)> commands)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Ct);
        await ExecuteAsync(connection, "set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off; set enable_material = off; set enable_memoize = off; set jit = off; analyze");
        foreach (var (_, command) in commands)
        {
            command.Connection = connection;
            command.CommandText = $"explain (format json) {command.CommandText}";
        }

        var asTheyAre = await PlannedScansAsync(commands);
        await ExecuteAsync(connection, $"update pg_class set reltuples = {RowsPretended} where relname in ({string.Join(", ", Large.Select(table => $"'{table}'"))})");
        return [.. asTheyAre.Intersect(await PlannedScansAsync(commands))];
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private static async Task<IReadOnlyList<string>> PlannedScansAsync(IReadOnlyList<(string About, NpgsqlCommand Command)> commands)
    {
        var scans = new List<string>();
        foreach (var (about, command) in commands)
        {
            using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync(Ct))!);
            scans.AddRange(Nodes(plan.RootElement[0].GetProperty("Plan")).Where(IsScanOfLarge)
                .Select(node => $"{about}: {node.GetProperty("Relation Name").GetString()} in {command.CommandText}"));
        }

        return scans;
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement node) =>
        node.TryGetProperty("Plans", out var children) ? children.EnumerateArray().SelectMany(Nodes).Prepend(node) : [node];

    // An index that is read from one end to the other is no better than the table.
    private static bool IsScanOfLarge(JsonElement node) =>
        node.TryGetProperty("Relation Name", out var table) && Large.Contains(table.GetString()!)
        && node.GetProperty("Node Type").GetString() is "Seq Scan" or "Index Scan" or "Index Only Scan"
        && !node.TryGetProperty("Index Cond", out _)
        && !(node.TryGetProperty("Index Name", out var index) && Waiting.Contains(index.GetString()!));

    private sealed class Recorder : DbCommandInterceptor
    {
        private readonly Lock _gate = new();
        private List<NpgsqlCommand>? _commands;

        public void Begin()
        {
            lock (_gate)
                _commands = [];
        }

        public List<NpgsqlCommand> End()
        {
            lock (_gate)
            {
                var commands = _commands!;
                _commands = null;
                return commands;
            }
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            lock (_gate)
            {
                if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
                    _commands?.Add(((NpgsqlCommand)command).Clone());
            }

            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
