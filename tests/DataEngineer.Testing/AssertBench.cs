using DataEngineer.Activities;
using DataEngineer.Activities.Quality;
using DataEngineer.Connections;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Values;
using DataEngineer.Failures;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;
using DuckDB.NET.Data;
using Microsoft.Extensions.Logging.Abstractions;

namespace DataEngineer.Testing;

/// <summary>Stages datasets in a folder of its own and judges assertions on one of them with the real activity and engine.</summary>
public sealed class AssertBench : IDisposable, IConnectionOpener
{
    private readonly string _root = Directory.CreateTempSubdirectory("assert-bench-").FullName;
    private readonly Dictionary<string, DatasetRef> _inputs = new(StringComparer.Ordinal);
    private readonly List<PlannedAssertion> _assertions = [];
    private readonly Dictionary<string, PlannedParameter> _variables = new(StringComparer.Ordinal);

    public AssertBench() => Store = new FolderStore(Path.Combine(_root, "store"), Path.Combine(_root, "unfinished"));

    public FolderStore Store { get; }

    public RunInterval? Interval { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ByteSize Memory { get; init; } = ByteSize.OneGigabyte;

    /// <summary>The dataset judged: the first staged.</summary>
    public DatasetRef Judged => _inputs.Values.First();

    /// <summary>Stages what a query of DuckDB selects.</summary>
    public AssertBench With(string dataset, string select)
    {
        var path = RunPaths.Staged("acme.orders.20260101T000000Z.1", "extract." + dataset, dataset, "t0");
        var local = Path.Combine(_root, "store", path);
        Directory.CreateDirectory(Path.GetDirectoryName(local)!);
        using var connection = Open();
        Run(connection, $"COPY ({select}) TO '{local}' (FORMAT parquet)", _ => 0);
        var columns = Run(connection, $"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '{local}')", row => new Column(row.GetString(0), row.GetString(1)));
        var rows = Run(connection, $"SELECT count(*) FROM '{local}'", row => row.GetInt64(0))[0];
        _inputs.Add(dataset, new DatasetRef(dataset, path, rows, new FileInfo(local).Length, columns));
        return this;
    }

    /// <summary>Stages the rows of a VALUES list under column names.</summary>
    public AssertBench With(string dataset, string columns, string values) =>
        With(dataset, $"SELECT * FROM (VALUES {values}) AS t({columns})");

    /// <summary>Adds an assertion; by default named a1, a2 and so on, written on lines 11, 12 and so on.</summary>
    public AssertBench Assert(AssertDefinition definition, string? name = null, FailureClass failureClass = FailureClass.Quality, params string[] parameters)
    {
        var number = _assertions.Count + 1;
        var sql = definition.Sql is { } text ? new SqlText(text, "sql/check.sql", 1, 1) : null;
        _assertions.Add(new PlannedAssertion(name ?? $"a{number}", definition, sql, parameters, failureClass, "acme/orders.yml", 10 + number));
        return this;
    }

    /// <summary>Binds a variable.</summary>
    public AssertBench Bind(string name, PlannedParameter parameter)
    {
        _variables.Add(name, parameter);
        return this;
    }

    /// <summary>Judges.</summary>
    public async Task<StepOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var temp = Directory.CreateDirectory(Path.Combine(_root, "temp")).FullName;
        var step = new AssertStep
        {
            Name = $"assert.{Judged.Dataset}",
            Dataset = Judged.Dataset,
            Assertions = _assertions,
            Needs = [],
            Reads = [.. _inputs.Keys],
            Writes = [],
            Retry = new RetryPlan(1, TimeSpan.Zero, 1, TimeSpan.Zero, [], []),
            Timeout = TimeSpan.FromMinutes(5),
            Limits = [],
        };
        var plan = new RunPlan(
            new RunIdentity("acme", "orders", "20260101T000000Z", 1), "hash", Interval, _variables, new Dictionary<string, PlannedConnection>(), new Dictionary<string, string>(), Memory, 2, [step]);
        var context = new StepContext(plan, _inputs, Store, this, "t1", temp, new Progress<StepProgress>(), Time, NullLogger.Instance);
        return await new AssertActivity().RunAsync(context, step, cancellationToken);
    }

    /// <summary>Judges, and answers the result of the only assertion.</summary>
    public async Task<AssertionResult> JudgeOneAsync(CancellationToken cancellationToken) => (await RunAsync(cancellationToken)).Assertions.Single();

    /// <summary>The rows of a Parquet file in the store, each as texts joined by '|'.</summary>
    public IReadOnlyList<string> Read(string path)
    {
        using var connection = Open();
        return Run(
            connection,
            $"SELECT * FROM '{Path.Combine(_root, "store", path)}'",
            row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(i => row.IsDBNull(i) ? "null" : Convert.ToString(row.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
    }

    public IFileSource OpenFiles(string connection) => throw new NotSupportedException();

    public ITarget OpenTarget(string connection) => throw new NotSupportedException();

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Run(connection, "SET TimeZone = 'UTC'", _ => 0);
        return connection;
    }

    private static List<T> Run<T>(DuckDBConnection connection, string sql, Func<DuckDBDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = (DuckDBDataReader)command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
