using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Update;

namespace Training.Migrations.Sqlite;

/// <summary>
/// Sends many inserts in one command; of itself EF Core sends each alone to SQLite. What answers with a row, as an update does, still goes alone:
/// SQLite would carry out what stands behind an answer only when the reader is closed, and keep to itself that it failed.
/// </summary>
internal sealed class InsertsTogether(ModificationCommandBatchFactoryDependencies dependencies) : IModificationCommandBatchFactory
{
    private const int Most = 200;

    public ModificationCommandBatch Create() => new Batch(dependencies);

    private sealed class Batch(ModificationCommandBatchFactoryDependencies dependencies) : AffectedCountModificationCommandBatch(dependencies, Most)
    {
        private bool _answers;

        public override bool TryAddCommand(IReadOnlyModificationCommand modificationCommand)
        {
            var answers = modificationCommand.EntityState != EntityState.Added || modificationCommand.ColumnModifications.Any(column => column.IsRead);
            if (ModificationCommands.Count > 0 && (answers || _answers))
                return false;

            _answers = answers;
            return base.TryAddCommand(modificationCommand);
        }
    }
}
