using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Domain.ChangeRecords;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Features.Shared;

namespace Training.Web.Features.ChangeRecords;

/// <summary>Changes that fit a filter, the latest first, each with its old and new values.</summary>
public sealed record ChangeRecordsPage(ChangeFilter Filter, IReadOnlyList<ChangeRecordsPage.Line> Lines, int Found, IReadOnlyList<string> Kinds)
{
    public const int PageSize = 50;

    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateOnly LastDay = new(2200, 1, 1);

    public int PageCount => Pager.CountOf(Found, PageSize);

    public sealed record Line(DateTimeOffset At, string By, string Via, string Kind, Guid Id, int Sequence, string? Subject, IReadOnlyList<Change> Changes);

    /// <param name="Count">Of an erasure: how many values were erased.</param>
    public sealed record Change(string Entity, string What, IReadOnlyList<Value> Values, int? Count);

    public enum Privacy
    {
        Open,

        /// <summary>A personal value that the reader may not see.</summary>
        Hidden,

        /// <summary>A personal value that was lawfully erased.</summary>
        Erased,
    }

    public sealed record Value(string Field, string? Old, string? New, Privacy Privacy);

    public static async Task<ChangeRecordsPage> FindAsync(TrainingDbContext db, ChangeFilter filter, bool showsPersonal, OfficeClock clock, CancellationToken ct)
    {
        var records = await FilteredAsync(db, filter, showsPersonal, clock, ct);
        var found = await records.CountAsync(ct);
        var page = await records.OrderByDescending(r => r.RecordedAt).ThenByDescending(r => r.Sequence)
            .Skip((Math.Clamp(filter.Page, 1, 10_000) - 1) * PageSize).Take(PageSize).ToListAsync(ct);

        var ids = page.ConvertAll(record => record.Id);
        var personal = (await db.PersonalValues.AsNoTracking().Where(value => ids.Contains(value.RecordId)).ToListAsync(ct)).ToLookup(value => value.RecordId);
        var subjects = await SubjectsAsync(db, [.. page.Select(record => record.AggregateId).Distinct()], showsPersonal, ct);
        var kinds = await db.ChangeRecords.Select(record => record.Aggregate).Distinct().Order().ToListAsync(ct);

        return new ChangeRecordsPage(
            filter,
            [.. page.Select(record => new Line(
                record.RecordedAt, record.By, record.Via, record.Aggregate, record.AggregateId, record.Sequence, subjects.GetValueOrDefault(record.AggregateId),
                ChangesOf(record, [.. personal[record.Id]], showsPersonal)))],
            found, kinds);
    }

    private static async Task<IQueryable<ChangeRecord>> FilteredAsync(TrainingDbContext db, ChangeFilter filter, bool showsPersonal, OfficeClock clock, CancellationToken ct)
    {
        var records = db.ChangeRecords.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(filter.By))
        {
            var (words, names) = (new SearchWords(filter.By), await db.ChangeRecords.Select(record => record.By).Distinct().ToListAsync(ct));
            var authors = names.Where(name => words.FoundIn(name)).ToList();
            records = records.Where(record => authors.Contains(record.By));
        }

        if (!string.IsNullOrWhiteSpace(filter.Kind))
            records = records.Where(record => record.Aggregate == filter.Kind);
        if (filter.Id is { } id)
            records = records.Where(record => record.AggregateId == id);
        if (filter.From is { } from)
            records = records.Where(record => record.RecordedAt >= clock.MomentOf(Within(from), TimeOnly.MinValue));
        if (filter.To is { } to)
            records = records.Where(record => record.RecordedAt < clock.MomentOf(Within(to).AddDays(1), TimeOnly.MinValue));
        if (!string.IsNullOrWhiteSpace(filter.About))
        {
            var about = await AboutAsync(db, new SearchWords(filter.About), showsPersonal, ct);
            records = records.Where(record => about.Contains(record.AggregateId));
        }

        return records;
    }

    private static DateOnly Within(DateOnly date) => date < FirstDay ? FirstDay : date > LastDay ? LastDay : date;

    // Names are compared as people type them, which no database does by itself.
    private static async Task<List<Guid>> AboutAsync(TrainingDbContext db, SearchWords words, bool showsPersonal, CancellationToken ct)
    {
        var named = new List<(Guid Id, string Text)>();
        if (showsPersonal)
            named.AddRange((await db.People.Select(p => new { p.Id, p.FirstName, p.LastName }).ToListAsync(ct)).Select(p => (p.Id.Value, $"{p.FirstName} {p.LastName}")));
        named.AddRange((await db.Organisations.AsNoTracking().ToListAsync(ct)).Select(o => (o.Id.Value, $"{o.Code} {o.Name.Fr} {o.Name.Nl}")));
        named.AddRange((await db.Sessions.Select(s => new { s.Id, s.Code }).ToListAsync(ct)).Select(s => (s.Id.Value, s.Code)));
        named.AddRange((await db.Courses.Select(c => new { c.Id, c.Code }).ToListAsync(ct)).Select(c => (c.Id.Value, c.Code)));
        return [.. named.Where(thing => words.FoundIn(thing.Text)).Select(thing => thing.Id).Take(500)];
    }

    private static async Task<Dictionary<Guid, string>> SubjectsAsync(TrainingDbContext db, IReadOnlyList<Guid> ids, bool showsPersonal, CancellationToken ct)
    {
        var subjects = new Dictionary<Guid, string>();
        if (showsPersonal)
        {
            var people = ids.Select(id => new Domain.People.PersonId(id)).ToList();
            foreach (var person in await db.People.Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.FirstName, p.LastName }).ToListAsync(ct))
                subjects[person.Id.Value] = $"{person.FirstName} {person.LastName}";
        }

        var organisations = ids.Select(id => new Domain.Organisations.OrganisationId(id)).ToList();
        foreach (var organisation in await db.Organisations.Where(o => organisations.Contains(o.Id)).Select(o => new { o.Id, o.Code }).ToListAsync(ct))
            subjects[organisation.Id.Value] = organisation.Code;
        var sessions = ids.Select(id => new Domain.Sessions.SessionId(id)).ToList();
        foreach (var session in await db.Sessions.Where(s => sessions.Contains(s.Id)).Select(s => new { s.Id, s.Code }).ToListAsync(ct))
            subjects[session.Id.Value] = session.Code;
        var courses = ids.Select(id => new Domain.Courses.CourseId(id)).ToList();
        foreach (var course in await db.Courses.Where(c => courses.Contains(c.Id)).Select(c => new { c.Id, c.Code }).ToListAsync(ct))
            subjects[course.Id.Value] = course.Code;
        return subjects;
    }

    private static List<Change> ChangesOf(ChangeRecord record, IReadOnlyList<PersonalValue> personal, bool showsPersonal)
    {
        using var json = JsonDocument.Parse(record.Changes);
        return [.. json.RootElement.EnumerateArray().Select(change => new Change(
            change.GetProperty("entity").GetString()!,
            change.GetProperty("change").GetString()!,
            change.TryGetProperty("fields", out var fields) ? [.. fields.EnumerateObject().Select(field => ValueOf(field, personal, showsPersonal))] : [],
            change.TryGetProperty("count", out var count) ? count.GetInt32() : null))];
    }

    // A digest stands where a personal value was: the value lies beside it, unless it was erased.
    private static Value ValueOf(JsonProperty field, IReadOnlyList<PersonalValue> personal, bool showsPersonal)
    {
        var (old, now) = (field.Value[0].GetString(), field.Value[1].GetString());
        if (personal.FirstOrDefault(value => value.Field == field.Name && Fits(value.Salt, value.OldValue, old) && Fits(value.Salt, value.NewValue, now)) is { } kept)
            return showsPersonal ? new Value(field.Name, kept.OldValue, kept.NewValue, Privacy.Open) : new Value(field.Name, null, null, Privacy.Hidden);

        return IsDigest(old) || IsDigest(now) ? new Value(field.Name, null, null, showsPersonal ? Privacy.Erased : Privacy.Hidden) : new Value(field.Name, old, now, Privacy.Open);
    }

    private static bool Fits(string salt, string? value, string? digest) => PersonalValue.DigestOf(salt, value) == (digest ?? "");

    private static bool IsDigest(string? text) => text is { Length: Digest.Length } && text.All(char.IsAsciiHexDigitLower);
}
