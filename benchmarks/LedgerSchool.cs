using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.ChangeRecords;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.TimeRelease;

namespace Training.Benchmarks;

/// <summary>
/// A school whose ledger is long: groups of twenty associations of fifty people, each group in the same sessions of a day, settled. One
/// enrolment is written by the product; the database itself copies it for all others, with its lines.
/// </summary>
internal sealed class LedgerSchool(IRaceDatabase database)
{
    public const string Employer = "ASBL-01";

    private const int EmployersOfGroup = 20;
    private const int StaffOfEmployer = 50;
    private const int LinesOfEnrolment = 3;
    private const int Seats = 20;
    private const int DayMinutes = 360;
    private const int SessionsOfGroup = 17;
    private const string By = "benchmark";

    private static readonly DateOnly FirstMonday = new(2026, 1, 5);
    private static readonly TimeInterval Morning = new(new(9, 0), new(12, 0));
    private static readonly TimeInterval Afternoon = new(new(13, 0), new(16, 0));
    private static readonly EmploymentTerms Terms = new("FUN-SW", 1, FundingStatus.GecoAssociation, StaffCategory.Private, 4, null, new DateOnly(2020, 1, 1));

    private CourseVersionId _version;
    private RoomId _room;

    /// <summary>Settled sessions, until there are about so many lines.</summary>
    /// <returns>How many lines there are.</returns>
    public async Task<int> FillAsync(int entries, CancellationToken ct)
    {
        await BeginAsync(ct);
        const int People = EmployersOfGroup * StaffOfEmployer;
        var sessions = Math.Clamp(entries / (People * LinesOfEnrolment), 1, SessionsOfGroup);
        var groups = Math.Max(1, (int)Math.Round((double)entries / (People * ((sessions * LinesOfEnrolment) + 1))));
        var template = await TemplateAsync(ct);
        for (var group = 0; group < groups; group++)
            await FillGroupAsync(group, sessions, template, ct);

        await using var db = database.Open();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await RunAsync(db, "analyze", ct);
        return await db.LedgerEntries.CountAsync(ct);
    }

    /// <summary>People in sealed sessions of a day whose hours are set aside and not settled.</summary>
    public async Task TeachAsync(int enrolments, CancellationToken ct)
    {
        await BeginAsync(ct);
        var employer = Association(Employer, "Association");
        await SaveAsync([employer, new SchemeAdoption(employer.Id, Schemes.GecoLocal, new DateOnly(2020, 1, 1), "Annexe 3", By, Moment(FirstMonday))], ct);
        for (var number = 0; number < enrolments / Seats; number++)
        {
            var session = SessionOf(string.Create(CultureInfo.InvariantCulture, $"T-{number:000}"), number);
            var taught = new List<object> { session };
            taught.AddRange(session.Slots.Select(slot => Sealed(session, slot)));
            foreach (var seat in Enumerable.Range(0, Seats))
                taught.AddRange(Seated(session, employer.Id, $"{number}-{seat}"));
            await SaveAsync(taught, ct);
        }
    }

    private async Task BeginAsync(CancellationToken ct)
    {
        await using (var db = database.Open())
        {
            await db.Database.MigrateAsync(ct);
            await new SeedReferenceData(db, Office.Clock).HandleAsync(ct);
        }

        var room = new Room("Salle Europe");
        var course = new Course("C-1", CourseKind.Course);
        course.Revise(new CourseTerms(
            new LocalizedText("Cours", "Opleiding"), LocalizedText.Empty, ["prevention"], DayMinutes, AttendancePolicyKind.GsobThreshold, 0.75m, 200, "COCOF"));
        (_version, _room) = (course.Versions[0].Id, room.Id);
        await SaveAsync([room, course], ct);
    }

    private sealed record Template(Guid Enrolment, Guid Reserve, IReadOnlyList<Guid> Consume);

    // One enrolment, reserved and settled by the ledger's own code, of somebody who stands apart.
    private async Task<Template> TemplateAsync(CancellationToken ct)
    {
        var (employer, session) = (Association("TEMPLATE", "Template"), SessionOf("TEMPLATE", 0));
        var seated = Seated(session, employer.Id, "template").ToList();
        var (enrolment, account) = (seated.OfType<Enrolment>().Single(), seated.OfType<TimeReleaseAccount>().Single());
        foreach (var halfDay in new[] { Guid.CreateVersion7(), Guid.CreateVersion7() })
            account.Consume(DayMinutes / 2, new LedgerCauseOf(LedgerCause.HalfDay, halfDay, enrolment.Id, By, Moment(FirstMonday)));
        enrolment.Conclude(EnrolmentStatus.Completed, new(By, Moment(FirstMonday)));
        await SaveAsync([employer, session, .. seated.Where(entity => entity is not AttendanceMark)], ct);
        return new Template(
            enrolment.Id.Value, account.Entries.Single(e => e.Kind == LedgerEntryKind.Reserve).Id.Value,
            [.. account.Entries.Where(e => e.Kind == LedgerEntryKind.Consume).Select(e => e.Id.Value)]);
    }

    private async Task FillGroupAsync(int group, int sessions, Template template, CancellationToken ct)
    {
        var (name, settled) = (string.Create(CultureInfo.InvariantCulture, $"Groupe {group:000}"), sessions * DayMinutes);
        for (var number = 1; number <= EmployersOfGroup; number++)
        {
            var code = group == 0 && number == 1 ? Employer : string.Create(CultureInfo.InvariantCulture, $"ORG-{group:000}-{number:00}");
            var employer = Association(code, name);
            var saved = new List<object> { employer, new SchemeAdoption(employer.Id, Schemes.GecoLocal, new DateOnly(2020, 1, 1), "Annexe 3", By, Moment(FirstMonday)) };
            foreach (var member in Enumerable.Range(1, StaffOfEmployer))
            {
                var person = PersonOf($"{code}-{member}");
                var account = new TimeReleaseAccount(person.Id, employer.Id, Schemes.GecoLocal, FirstMonday.Year, isCapped: false);
                account.Cap(2280 + settled, new LedgerCauseOf(LedgerCause.YearOpened, account.Id.Value, null, By, Moment(FirstMonday)));
                saved.AddRange([person, new Employment(person.Id, employer.Id, Terms with { PostReference = $"P{member}" }), account]);
            }

            await SaveAsync(saved, ct);
        }

        var taught = Enumerable.Range(0, sessions).Select(number => SessionOf(string.Create(CultureInfo.InvariantCulture, $"S-{group:000}-{number:00}"), number)).ToList();
        await SaveAsync(taught, ct);
        await using var db = database.Open();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var ofGroup = $"o.name_fr = '{name}'";
        await CopyAsync<Enrolment>(
            db, template.Enrolment, $"people p join employments w on w.person_id = p.id join organisations o on o.id = w.organisation_id join sessions s on s.code like 'S-{group:000}-%'", ofGroup,
            new() { ["session_id"] = "s.id", ["person_id"] = "p.id", ["organisation_id"] = "w.organisation_id", ["employment_id"] = "w.id" }, ct);
        foreach (var line in template.Consume.Prepend(template.Reserve))
        {
            await CopyAsync<LedgerEntry>(
                db, line, "enrolments e join time_release_accounts a on a.person_id = e.person_id join organisations o on o.id = e.organisation_id", ofGroup,
                new() { ["account_id"] = "a.id", ["enrolment_id"] = "e.id", ["cause_id"] = line == template.Reserve ? "e.id" : NewId }, ct);
        }

        await RunAsync(db, string.Create(CultureInfo.InvariantCulture,
            $"update time_release_accounts set consumed_minutes = {settled} where organisation_id in (select o.id from organisations o where {ofGroup})"), ct);
    }

    // Every row of a question becomes a copy of one row, but for the columns that are named.
    private async Task CopyAsync<TEntity>(TrainingDbContext db, Guid template, string from, string where, Dictionary<string, string> others, CancellationToken ct)
    {
        var type = db.Model.FindEntityType(typeof(TEntity))!;
        var columns = type.GetProperties().Select(property => property.GetColumnName()).ToList();
        var values = columns.Select(column => column == "id" ? NewId : others.GetValueOrDefault(column, $"t.{column}"));
        await RunAsync(
            db,
            $"insert into {type.GetTableName()} ({string.Join(", ", columns)}) select {string.Join(", ", values)} from {from} "
            + $"join (select * from {type.GetTableName()} where id = '{template.ToString().ToUpperInvariant()}') t on 1 = 1 where {where}",
            ct);
    }

    private string NewId => database.Provider == "Sqlite"
        ? "upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6)))"
        : "gen_random_uuid()";

    private static Task<int> RunAsync(TrainingDbContext db, string sql, CancellationToken ct) => db.Database.ExecuteSqlRawAsync(sql, ct);

    private async Task SaveAsync(IEnumerable<object> entities, CancellationToken ct)
    {
        await using var db = database.Open();
        db.AddRange(entities);
        await db.SaveChangesAsync(ct);
    }

    private static Organisation Association(string code, string name) => new(code, new OrganisationFacts(
        OrganisationType.Association, new LocalizedText(name, name), null, null, LanguageRegime.Bilingual, "SEC-COH", null));

    private static Person PersonOf(string name) => new(new PersonFacts("Aline", name, null, CorrespondenceLanguage.Fr, Gender.NotStated, 1990, 4));

    private Session SessionOf(string code, int number)
    {
        var session = new Session(code, _version, TeachingLanguage.Fr, _room, 1, Seats);
        var day = FirstMonday.AddDays(21 * number % 350);
        session.Plan(day, Morning);
        session.Plan(day, Afternoon);
        return session;
    }

    private static HalfDayRegister Sealed(Session session, TeachingSlot slot)
    {
        var register = new HalfDayRegister(session.Id, slot.Date, slot.Part);
        register.Close(By, Moment(slot.Date));
        register.FixWith(Digest.Of(register.Id.Value.ToString()), null, By, Moment(slot.Date.AddDays(3)));
        return register;
    }

    // Somebody with a seat, hours set aside, and there all day.
    private static IEnumerable<object> Seated(Session session, OrganisationId employer, string name)
    {
        var (person, asked) = (PersonOf(name), Moment(session.FirstDay!.Value.AddDays(-20)));
        var employment = new Employment(person.Id, employer, Terms);
        var enrolment = Enrolment.Request(session.Id, new(employment, HoldsSeat: true, Schemes.GecoLocal, HeldUntil: asked.AddDays(7)), new(By, asked));
        enrolment.Approve(new(By, asked.AddDays(1)));
        var account = new TimeReleaseAccount(person.Id, employer, Schemes.GecoLocal, FirstMonday.Year, isCapped: false);
        account.Cap(2280, new LedgerCauseOf(LedgerCause.YearOpened, account.Id.Value, null, By, asked));
        account.Reserve(DayMinutes, new LedgerCauseOf(LedgerCause.Enrolment, enrolment.Id.Value, enrolment.Id, By, asked));
        return [person, employment, enrolment, account, .. session.Slots.Select(slot => new AttendanceMark(enrolment.Id, slot, [], By, Moment(slot.Date)))];
    }

    private static DateTimeOffset Moment(DateOnly day) => new(day, new TimeOnly(17, 0), TimeSpan.Zero);
}
