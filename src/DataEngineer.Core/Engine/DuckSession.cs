using System.Data.Common;
using System.Globalization;
using DuckDB.NET.Data;

namespace DataEngineer.Engine;

/// <summary>
/// A jailed DuckDB connection: it reaches only the folders and files it was given, loads no extension, and its configuration is locked, so
/// that no SQL run in it can widen that. Calls block their thread; a cancelled token interrupts the engine.
/// </summary>
public sealed class DuckSession : IDisposable
{
    private readonly DuckDBConnection _connection;

    private DuckSession(DuckDBConnection connection) => _connection = connection;

    /// <summary>The open connection, for appenders and readers.</summary>
    public DuckDBConnection Connection => _connection;

    /// <summary>How much of the running statement is done, from 0 to 1; null where nothing runs or the engine cannot say. From any thread.</summary>
    public double? Progress => _connection.GetQueryProgress().Percentage is >= 0 and var percent ? Math.Min(percent / 100, 1) : null;

    /// <summary>Opens and jails.</summary>
    public static DuckSession Open(DuckSessionOptions options)
    {
        var connection = new DuckDBConnection($"DataSource={options.Database ?? ":memory:"}");
        connection.Open();
        var session = new DuckSession(connection);
        try
        {
            session.Jail(options);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Runs a statement; answers the rows it changed or copied, or -1 where it does not say.</summary>
    public long Execute(string sql, CancellationToken cancellationToken, params ReadOnlySpan<DuckDBParameter> parameters)
    {
        using var command = Command(sql, parameters);
        using var interrupt = cancellationToken.Register(command.Cancel);
        try
        {
            return command.ExecuteNonQuery();
        }
        catch (DuckDBException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>Runs a query and reads every row with <paramref name="read"/>.</summary>
    public IReadOnlyList<T> Query<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken, params ReadOnlySpan<DuckDBParameter> parameters)
    {
        using var command = Command(sql, parameters);
        using var interrupt = cancellationToken.Register(command.Cancel);
        try
        {
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(read(reader));
            }

            return rows;
        }
        catch (DuckDBException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private DuckDBCommand Command(string sql, ReadOnlySpan<DuckDBParameter> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private void Jail(DuckSessionOptions options)
    {
        Set("autoinstall_known_extensions", "false");
        Set("autoload_known_extensions", "false");
        Set("allow_community_extensions", "false");
        Set("threads", options.Threads.ToString(CultureInfo.InvariantCulture));
        Set("memory_limit", Sql.Literal($"{options.Memory.Bytes}B"));
        Set("temp_directory", Sql.Literal(options.TempDirectory));
        Set("TimeZone", "'UTC'");
        Set("errors_as_json", "true");
        Set("enable_progress_bar", "true");
        Set("enable_progress_bar_print", "false");
        Set("allowed_directories", Sql.List(options.AllowedDirectories.Select(WithTrailingSlash)));
        Set("allowed_paths", Sql.List(options.AllowedFiles));
        Set("enable_external_access", "false");
        Set("lock_configuration", "true");
    }

    private void Set(string name, string value) => Execute($"SET {name} = {value}", CancellationToken.None);

    private static string WithTrailingSlash(string folder) => folder.EndsWith('/') ? folder : folder + "/";
}
