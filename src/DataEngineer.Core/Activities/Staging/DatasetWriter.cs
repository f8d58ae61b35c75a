using DataEngineer.Engine;
using DataEngineer.Failures;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;
using DuckDB.NET.Data;

namespace DataEngineer.Activities.Staging;

/// <summary>Writes a query's rows as one Parquet file of the store, and proves by the file's own footer that none is missing.</summary>
internal sealed class DatasetWriter(DuckSession session)
{
    /// <summary>The columns a query gives. Throws <see cref="StepFailedException"/> for two of one name, or one without a name.</summary>
    public IReadOnlyList<Column> Describe(SqlComposition query, string what, CancellationToken cancellationToken, params ReadOnlySpan<DuckDBParameter> parameters)
    {
        var describe = new SqlComposition().Append("DESCRIBE ").Append(query);
        var columns = Located(describe, parameters, (sql, bound) => session.Query(sql, row => new Column(row.GetString(0), row.GetString(1)), cancellationToken, bound));
        ColumnNames.Check(columns.Select(column => column.Name), what);
        return columns;
    }

    /// <summary>Writes to a file that is not yet published; answers the rows and the columns as readers of the file see them.</summary>
    public (long Rows, IReadOnlyList<Column> Columns) Write(
        SqlComposition query, IReadOnlyList<Column> columns, IPendingBlob file, CancellationToken cancellationToken, params ReadOnlySpan<DuckDBParameter> parameters)
    {
        var list = string.Join(", ", columns.Select(StagedTypes.Projection));
        var asIs = columns.All(column => StagedTypes.Of(column.Type) == column.Type);
        var source = asIs ? query : new SqlComposition().Append($"SELECT {list} FROM (").Append(query).Append(")");
        var copy = new SqlComposition().Append("COPY (").Append(source).Append($") TO {Sql.Literal(file.LocalPath)} (FORMAT parquet, USE_TMP_FILE false)");
        var rows = Execute(copy, cancellationToken, parameters);
        var written = session.Query($"SELECT num_rows FROM parquet_file_metadata({Sql.Literal(file.LocalPath)})", row => row.GetInt64(0), cancellationToken)[0];
        if (rows != written)
        {
            throw StepFailedException.Terminal("DE0590", FailureClass.Internal, $"The engine reported {rows} rows written, the staged file holds {written}.", "Report this; nothing was staged.");
        }

        return (written, session.Query($"DESCRIBE SELECT * FROM {Relation(file.LocalPath)}", row => new Column(row.GetString(0), row.GetString(1)), cancellationToken));
    }

    /// <summary>Runs a composed statement.</summary>
    public long Execute(SqlComposition statement, CancellationToken cancellationToken, params ReadOnlySpan<DuckDBParameter> parameters) =>
        Located(statement, parameters, (sql, bound) => session.Execute(sql, cancellationToken, bound));

    private static T Located<T>(SqlComposition statement, ReadOnlySpan<DuckDBParameter> parameters, Func<string, ReadOnlySpan<DuckDBParameter>, T> run)
    {
        try
        {
            return run(statement.ToString(), parameters);
        }
        catch (DuckDBException e)
        {
            throw new EngineException(e, statement);
        }
    }

    /// <summary>A staged file as a table of a query.</summary>
    public static string Relation(string localPath) => $"read_parquet([{Sql.Literal(localPath)}], hive_partitioning = false)";

    /// <summary>Publishes what was written.</summary>
    public static async Task<DatasetRef> PublishAsync(IPendingBlob file, string path, string dataset, long rows, IReadOnlyList<Column> columns, CancellationToken cancellationToken) =>
        new(dataset, path, rows, await file.CommitAsync(cancellationToken), columns);
}
