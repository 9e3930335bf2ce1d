using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Training.Domain.ChangeRecords;
using Training.Domain.Time;

namespace Training.Domain.Persistence;

/// <summary>Adds a <see cref="ChangeRecord"/> for every business fact about to be saved, in the same transaction.</summary>
public sealed class ChangeRecorder(ICurrentActor current, OfficeClock clock) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = eventData.Context!;
        db.ChangeTracker.DetectChanges();

        // What was merely read is left alone, or it would look as if the reader had changed it.
        var changes = db.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(entry => (Entry: entry, Kept: RecordedAggregates.Find(entry.Metadata.ClrType)))
            .Where(change => change.Kept is not null)
            .GroupBy(change => (change.Kept!.Name, Id: change.Kept.RootOf(change.Entry.Entity)))
            .ToList();

        var heads = await HeadsAsync(db, [.. changes.Select(group => group.Key.Id)], cancellationToken);
        foreach (var group in changes)
            Record(db, group.Key.Name, group.Key.Id, heads.GetValueOrDefault(group.Key.Id), [.. group.Select(change => (change.Entry, change.Kept!))]);

        return result;
    }

    private static async Task<Dictionary<Guid, ChangeRecord>> HeadsAsync(DbContext db, IReadOnlyList<Guid> aggregates, CancellationToken ct)
    {
        var heads = new Dictionary<Guid, ChangeRecord>();
        foreach (var chunk in aggregates.Chunk(500))
        {
            var last = await db.Set<ChangeRecord>().AsNoTracking()
                .Where(record => chunk.Contains(record.AggregateId))
                .Where(record => !db.Set<ChangeRecord>().Any(later => later.AggregateId == record.AggregateId && later.Sequence > record.Sequence))
                .ToListAsync(ct);
            last.ForEach(record => heads[record.AggregateId] = record);
        }

        return heads;
    }

    private void Record(
        DbContext db, string aggregate, Guid id, ChangeRecord? head, IReadOnlyList<(EntityEntry Entry, RecordedAggregates.Kept Kept)> entries)
    {
        var personal = new List<(string Field, string Salt, string? Old, string? New)>();
        var changes = entries
            .Select(e => new { entity = e.Entry.Metadata.ClrType.Name, change = e.Entry.State.ToString(), fields = FieldsOf(e.Entry, e.Kept, personal) })
            .Where(change => change.fields.Count > 0)
            .ToList();
        if (changes.Count == 0)
            return;

        var record = new ChangeRecord(
            aggregate, id, (head?.Sequence ?? 0) + 1, JsonSerializer.Serialize(changes), current.Actor, clock.Now, head?.Hash ?? "");
        db.Add(record);
        db.AddRange(personal.Select(p => new PersonalValue(record.Id, p.Field, p.Salt, p.Old, p.New)));
    }

    private static SortedDictionary<string, string?[]> FieldsOf(
        EntityEntry entry, RecordedAggregates.Kept kept, List<(string, string, string?, string?)> personal)
    {
        var fields = new SortedDictionary<string, string?[]>(StringComparer.Ordinal);
        foreach (var property in entry.Properties.Concat(entry.ComplexProperties.SelectMany(complex => complex.Properties)))
        {
            var (old, now) = entry.State switch
            {
                EntityState.Added => (null, TextOf(property.CurrentValue)),
                EntityState.Deleted => (TextOf(property.OriginalValue), null),
                _ => (TextOf(property.OriginalValue), TextOf(property.CurrentValue)),
            };
            var name = NameOf(property);
            if (old == now || name is "Version")
                continue;

            if (kept.IsPersonal(name))
            {
                var salt = Guid.CreateVersion7().ToString("N") + Random.Shared.NextInt64().ToString("x16", null);
                personal.Add((name, salt, old, now));
                (old, now) = (PersonalValue.DigestOf(salt, old), PersonalValue.DigestOf(salt, now));
            }

            fields[name] = [old, now];
        }

        return fields;
    }

    private static string NameOf(PropertyEntry property) =>
        property.Metadata.DeclaringType is Microsoft.EntityFrameworkCore.Metadata.IComplexType complex
            ? $"{complex.ComplexProperty.Name}.{property.Metadata.Name}"
            : property.Metadata.Name;

    private static string? TextOf(object? value) => value switch
    {
        null => null,
        IFormattable formattable => formattable.ToString(value is DateTimeOffset or DateOnly or TimeOnly ? "O" : null, System.Globalization.CultureInfo.InvariantCulture),
        System.Collections.IEnumerable many and not string => string.Join(';', many.Cast<object>()),
        _ => value.ToString(),
    };
}
