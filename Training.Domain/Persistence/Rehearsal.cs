using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Training.Domain.Persistence;

/// <summary>
/// Lets use cases do everything that they do, and takes it back: one real transaction that is never committed, in which the transactions of
/// the use cases are savepoints.
/// </summary>
public sealed class Rehearsal : IAsyncDisposable
{
    private readonly TrainingDbContext _db;

    private Rehearsal(TrainingDbContext db, DbTransaction transaction) => (_db, Transaction) = (db, transaction);

    internal DbTransaction Transaction { get; }

    public static async Task<Rehearsal> BeginAsync(TrainingDbContext db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        return db.Rehearsal = new Rehearsal(db, await db.Database.GetDbConnection().BeginTransactionAsync(ct));
    }

    public async ValueTask DisposeAsync()
    {
        _db.Rehearsal = null;
        _db.ChangeTracker.Clear();
        await Transaction.RollbackAsync();
        await Transaction.DisposeAsync();
        await _db.Database.CloseConnectionAsync();
    }
}

/// <summary>Gives whoever begins a transaction the one of the rehearsal.</summary>
internal sealed class RehearsedBeginning : DbTransactionInterceptor
{
    public static readonly RehearsedBeginning Instance = new();

    public override InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result) =>
        eventData.Context is TrainingDbContext { Rehearsal: { } rehearsal } ? InterceptionResult<DbTransaction>.SuppressWithResult(rehearsal.Transaction) : result;

    public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(TransactionStarting(connection, eventData, result));
}

/// <summary>Makes ordinary transactions, but for the savepoints of a rehearsal.</summary>
internal sealed class RehearsedTransactionFactory(RelationalTransactionFactoryDependencies dependencies) : RelationalTransactionFactory(dependencies)
{
    public override RelationalTransaction Create(
        IRelationalConnection connection, DbTransaction transaction, Guid transactionId,
        IDiagnosticsLogger<DbLoggerCategory.Database.Transaction> logger, bool transactionOwned) =>
        connection.Context is TrainingDbContext { Rehearsal: not null }
            ? new RehearsedTransaction(connection, transaction, transactionId, logger, Dependencies.SqlGenerationHelper)
            : base.Create(connection, transaction, transactionId, logger, transactionOwned);

    /// <summary>A savepoint: committing it keeps what was done for the rest of the rehearsal, anything else takes it back.</summary>
    private sealed class RehearsedTransaction : RelationalTransaction
    {
        private readonly DbTransaction _transaction;
        private readonly string _savepoint;
        private bool _isOver;

        public RehearsedTransaction(
            IRelationalConnection connection, DbTransaction transaction, Guid transactionId,
            IDiagnosticsLogger<DbLoggerCategory.Database.Transaction> logger, ISqlGenerationHelper sql)
            : base(connection, transaction, transactionId, logger, transactionOwned: false, sql)
        {
            (_transaction, _savepoint) = (transaction, $"rehearsal_{transactionId:N}");
            transaction.Save(_savepoint);
        }

        public override void Commit()
        {
            _isOver = true;
            ClearTransaction();
        }

        public override Task CommitAsync(CancellationToken cancellationToken = default)
        {
            _isOver = true;
            return ClearTransactionAsync(cancellationToken);
        }

        public override void Rollback()
        {
            TakeBack();
            ClearTransaction();
        }

        public override Task RollbackAsync(CancellationToken cancellationToken = default)
        {
            TakeBack();
            return ClearTransactionAsync(cancellationToken);
        }

        public override void Dispose()
        {
            TakeBack();
            base.Dispose();
        }

        public override ValueTask DisposeAsync()
        {
            TakeBack();
            return base.DisposeAsync();
        }

        private void TakeBack()
        {
            if (!_isOver)
                _transaction.Rollback(_savepoint);
            _isOver = true;
        }
    }
}
