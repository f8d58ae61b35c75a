using Microsoft.Data.Sqlite;

namespace DataEngineer.Embedded.Journal;

/// <summary>The writing connection's prepared statements. Used by the writer's thread only, inside its transaction.</summary>
internal sealed class JournalSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<JournalStatement> _statements = [];
    private readonly JournalStatement _begin;
    private readonly JournalStatement _commit;
    private readonly JournalStatement _epoch;
    private readonly JournalStatement _renew;
    private readonly JournalStatement _create;
    private readonly JournalStatement _append;
    private readonly JournalStatement _update;
    private readonly JournalStatement _trim;
    private readonly JournalStatement _status;
    private readonly JournalStatement _purge;
    private readonly JournalStatement _purgeHistory;
    private readonly JournalStatement _living;
    private readonly JournalStatement _isAwaited;

    public JournalSession(SqliteConnection connection)
    {
        _connection = connection;
        _begin = Prepare("BEGIN IMMEDIATE", 0);
        _commit = Prepare("COMMIT", 0);
        _epoch = Prepare("SELECT epoch FROM owner WHERE id = 1", 0);
        _renew = Prepare("UPDATE owner SET lease_until = $0 WHERE id = 1", 1);
        _create = Prepare(InstanceSql.Create, 9);
        _append = Prepare("INSERT INTO history (instance, execution, position, data, sum) VALUES ($0, $1, $2, $3, $4)", 5);
        _update = Prepare(InstanceSql.Update, 9);
        _trim = Prepare("DELETE FROM history WHERE instance = $0", 1);
        _status = Prepare("SELECT key, status, parent_key FROM instances WHERE id = $0", 1);
        _purge = Prepare(InstanceSql.PurgeTree, 1);
        _purgeHistory = Prepare(InstanceSql.PurgeTreeHistory, 1);
        _living = Prepare(InstanceSql.CountLiving, 1);
        _isAwaited = Prepare(InstanceSql.IsAwaited, 1);
    }

    public void Begin() => _begin.Run();

    public void Commit() => _commit.Run();

    public void TryRollback()
    {
        try
        {
            JournalFile.Execute(_connection, "ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite rolls back by itself on most errors; then there is nothing left to roll back.
        }
    }

    public long ReadEpoch() => (long)_epoch.Scalar()!;

    public void RenewLease(DateTimeOffset until) => _renew.Run(until.UtcTicks);

    /// <summary>The new key, or null where the id is in use.</summary>
    public long? Create(NewInstance instance)
    {
        var created = instance.Created;
        var at = created.At.UtcTicks;
        if (_create.Scalar(created.InstanceId, created.Name, 0L, 1L, at, at, instance.Parent?.Key, (long?)instance.Parent?.Execution, (long?)instance.Parent?.Sequence) is not long key)
        {
            return null;
        }

        _append.Run(key, 1L, 0L, instance.Row.Data, instance.Row.Sum);
        return key;
    }

    /// <summary>
    /// The key of the child, or null where another instance has the id. An ended child of the same parent gives way, as it does
    /// in Durable Task, so that a parent can repeat a call under its id.
    /// </summary>
    public long? CreateChild(NewInstance child)
    {
        if (Create(child) is { } key)
        {
            return key;
        }

        var (existing, _, parent) = _status.Single(row => (row.GetInt64(0), row.GetInt64(1), row.IsDBNull(2) ? 0 : row.GetInt64(2)), child.Created.InstanceId);
        if (parent != child.Parent!.Key || HasLiving(existing))
        {
            return null;
        }

        Purge(existing);
        return Create(child);
    }

    public void Append(long key, int execution, int position, IReadOnlyList<HistoryRow> rows)
    {
        foreach (var row in rows)
        {
            _append.Run(key, (long)execution, (long)position++, row.Data, row.Sum);
        }
    }

    public void Update(long key, string id, InstanceState state) => _update.Run(
        key,
        (long)state.Status,
        (long)state.Execution,
        state.UpdatedAt.UtcTicks,
        state.CustomStatus,
        state.Output,
        state.Failure?.ErrorType,
        state.Failure?.Message,
        state.IsFinal ? HistoryChecksum.Final(id, state) : null);

    public void TrimHistory(long key) => _trim.Run(key);

    /// <summary>Forgets an ended instance and its children; false where it, or one of them, lives or is still awaited.</summary>
    public bool TryPurge(string id)
    {
        if (_status.Single<long?>(row => row.GetInt64(0), id) is not { } key || HasLiving(key) || (long)_isAwaited.Scalar(key)! > 0)
        {
            return false;
        }

        Purge(key);
        return true;
    }

    public void Dispose()
    {
        foreach (var statement in _statements)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }

    private bool HasLiving(long key) => (long)_living.Scalar(key)! > 0;

    private void Purge(long key)
    {
        _purgeHistory.Run(key);
        _purge.Run(key);
    }

    private JournalStatement Prepare(string sql, int parameters)
    {
        var statement = new JournalStatement(_connection, sql, parameters);
        _statements.Add(statement);
        return statement;
    }
}
