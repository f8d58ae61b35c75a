using DataEngineer.Embedded.History;
using DataEngineer.Orchestration.Ports;
using Microsoft.Data.Sqlite;

namespace DataEngineer.Embedded.Journal;

/// <summary>Reads what is committed, on a connection of its own. Safe to use from many threads.</summary>
internal sealed class JournalReader : IDisposable
{
    private const int PageSize = 200;
    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly JournalStatement _byId;
    private readonly JournalStatement _live;
    private readonly JournalStatement _page;
    private readonly JournalStatement _history;
    private readonly JournalStatement _orphans;

    public JournalReader(SqliteConnection connection, string path)
    {
        _path = path;
        _connection = connection;
        _byId = new(connection, $"{InstanceSql.Select} WHERE i.id = $0", 1);
        _live = new(connection, $"{InstanceSql.Select} WHERE i.status < 3 ORDER BY i.key", 0);
        _page = new(connection, $"{InstanceSql.Select} WHERE substr(i.id, 1, length($0)) = $0 AND i.key < $1 ORDER BY i.key DESC LIMIT {PageSize}", 2);
        _history = new(connection, "SELECT data, sum FROM history WHERE instance = $0 AND execution = $1 ORDER BY position", 2);
        _orphans = new(connection, "SELECT c.key FROM instances c JOIN instances p ON p.key = c.parent_key WHERE c.status < 3 AND p.status = $0", 1);
    }

    /// <summary>The instance as a client sees it.</summary>
    public OrchestrationInstance Show(InstanceRow row) => row.Show(_path);

    public InstanceRow? Find(string id) => Guard(() => _byId.Single(ReadRow, id));

    public IReadOnlyList<InstanceRow> Live() => Guard(() => _live.All(ReadRow));

    /// <summary>The keys of live instances whose parent was terminated.</summary>
    public IReadOnlyList<long> Orphans() => Guard(() => _orphans.All(row => row.GetInt64(0), (long)OrchestrationStatus.Terminated));

    /// <summary>The next instances with that prefix, newest first, older than <paramref name="beforeKey"/>.</summary>
    public IReadOnlyList<InstanceRow> Page(string idPrefix, long beforeKey) => Guard(() => _page.All(ReadRow, idPrefix, beforeKey));

    /// <summary>The stored history of the row's execution, its checksums verified.</summary>
    public IReadOnlyList<HistoryRow> History(InstanceRow row)
    {
        var rows = Guard(() => _history.All(
            reader => new HistoryRow(reader.GetFieldValue<byte[]>(0), reader.GetInt64(1)), row.Key, (long)row.State.Execution));
        var sum = HistoryChecksum.Seed(row.Id, row.State.Execution);
        for (var position = 0; position < rows.Count; position++)
        {
            sum = HistoryChecksum.Next(sum, rows[position].Data);
            if (sum != rows[position].Sum)
            {
                throw new JournalCorruptException(_path, $"event {position} of instance '{row.Id}' does not match its checksum");
            }
        }

        return rows.Count > 0 ? rows : throw new JournalCorruptException(_path, $"the history of instance '{row.Id}' is missing");
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _byId.Dispose();
            _live.Dispose();
            _page.Dispose();
            _history.Dispose();
            _orphans.Dispose();
            _connection.Dispose();
        }
    }

    private T Guard<T>(Func<T> read)
    {
        try
        {
            lock (_gate)
            {
                return read();
            }
        }
        catch (SqliteException failed)
        {
            throw JournalFile.Translate(failed, _path);
        }
    }

    private InstanceRow ReadRow(SqliteDataReader reader)
    {
        var state = new InstanceState(
            (OrchestrationStatus)reader.GetInt32(7),
            reader.GetInt32(8),
            At(reader, 9),
            Text(reader, 10),
            Text(reader, 11),
            reader.IsDBNull(12) ? null : new OrchestrationFailure(reader.GetString(12), Text(reader, 13) ?? ""));
        var parent = reader.IsDBNull(4) ? null : new ParentLink(reader.GetInt64(4), reader.GetInt32(5), reader.GetInt32(6));
        var row = new InstanceRow(
            reader.GetInt64(0), reader.GetString(1), reader.GetString(2), At(reader, 3), parent, state, ReadCreated(reader, state.Execution));
        return !state.IsFinal || (!reader.IsDBNull(14) && reader.GetInt64(14) == HistoryChecksum.Final(row.Id, state))
            ? row
            : throw new JournalCorruptException(_path, $"the result of instance '{row.Id}' does not match its checksum");
    }

    private static ExecutionCreated? ReadCreated(SqliteDataReader reader, int execution)
    {
        if (reader.IsDBNull(15))
        {
            return null;
        }

        var data = reader.GetFieldValue<byte[]>(15);
        return HistoryChecksum.Next(HistoryChecksum.Seed(reader.GetString(1), execution), data) == reader.GetInt64(16)
            ? HistoryTail.TryParse(data) as ExecutionCreated
            : null;
    }

    private static DateTimeOffset At(SqliteDataReader reader, int column) => new(reader.GetInt64(column), TimeSpan.Zero);

    private static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
