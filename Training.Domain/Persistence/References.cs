using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Training.Domain.Approvals;
using Training.Domain.Enrolments;
using Training.Domain.Messages;
using Training.Domain.People;

namespace Training.Domain.Persistence;

/// <summary>
/// Every row that points to a person or an organisation, found by the model, so that a merge forgets no table. What was written once
/// (charges, letters, readings) goes on pointing to whom it was about; the merged row is kept for that.
/// </summary>
internal static class References
{
    private static readonly HashSet<Type> WrittenOnce = [typeof(ChargeLine), typeof(EligibilityException), typeof(ApprovalAsk), typeof(OutboxMessage), typeof(FileReading)];

    public static IEnumerable<IForeignKey> To(TrainingDbContext db, Type what) =>
        from entity in db.Model.GetEntityTypes()
        where entity.ClrType != what && !WrittenOnce.Contains(entity.ClrType) && entity.FindPrimaryKey() is { Properties.Count: 1 }
        from key in entity.GetForeignKeys()
        where key.PrincipalEntityType.ClrType == what && key.Properties is [var property] && !property.IsPrimaryKey()
        select key;

    public static Task<List<object>> RowsAsync(TrainingDbContext db, IForeignKey key, Guid id, CancellationToken ct) => (Task<List<object>>)typeof(References)
        .GetMethod(nameof(RowsOfAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
        .MakeGenericMethod(key.DeclaringEntityType.ClrType)
        .Invoke(null, [db, key.Properties[0], id, ct])!;

    public static async Task<object?> RowAsync(TrainingDbContext db, string entity, Guid key, CancellationToken ct)
    {
        var type = db.Model.GetEntityTypes().Single(candidate => candidate.ClrType.Name == entity);
        return await db.FindAsync(type.ClrType, [IdOf(type.FindPrimaryKey()!.Properties[0], key)], ct);
    }

    public static Guid KeyOf(TrainingDbContext db, object row) => GuidOf(db.Entry(row).Property(db.Entry(row).Metadata.FindPrimaryKey()!.Properties[0]).CurrentValue)!.Value;

    public static Guid? GuidOf(object? id) => id is null ? null : (Guid)id.GetType().GetProperty("Value")!.GetValue(id)!;

    public static object IdOf(IProperty property, Guid id) => Activator.CreateInstance(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType, id)!;

    /// <summary>Whether a unique index keeps the row from pointing to where another row points already.</summary>
    public static bool Clashes(TrainingDbContext db, IForeignKey key, object row, IEnumerable<object> others) => key.DeclaringEntityType.GetIndexes()
        .Where(index => index.IsUnique && index.Properties.Contains(key.Properties[0]))
        .Any(index => others.Any(other => index.Properties.Where(property => property != key.Properties[0])
            .All(property => Equals(db.Entry(row).Property(property).CurrentValue, db.Entry(other).Property(property).CurrentValue))));

    private static async Task<List<object>> RowsOfAsync<T>(TrainingDbContext db, IProperty property, Guid id, CancellationToken ct) where T : class
    {
        var row = Expression.Parameter(typeof(T));
        var points = Expression.Equal(Expression.Property(row, property.Name), Expression.Convert(Expression.Constant(IdOf(property, id)), property.ClrType));
        return [.. await db.Set<T>().Where(Expression.Lambda<Func<T, bool>>(points, row)).ToListAsync(ct)];
    }
}
