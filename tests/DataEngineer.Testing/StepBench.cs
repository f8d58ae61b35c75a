using System.Text;
using System.Text.Json.Nodes;
using DataEngineer.Activities;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Values;
using DataEngineer.Failures;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;
using DuckDB.NET.Data;
using Microsoft.Extensions.Logging.Abstractions;

namespace DataEngineer.Testing;

/// <summary>Everything a step needs to run by itself: a customer's files, a store, a plan; and an engine to look at what it staged.</summary>
public sealed class StepBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _deliveries;

    public StepBench()
    {
        Store = new FolderStore(_folder["state/customers/acme"], _folder["state/temp"]);
        Directory.CreateDirectory(_folder["files"]);
    }

    public FolderStore Store { get; }

    public string FilesFolder => _folder["files"];

    public string TempFolder => _folder["temp"];

    public Dictionary<string, PlannedParameter> Variables { get; } = new(StringComparer.Ordinal);

    public ByteSize Memory { get; set; } = new(300_000_000);

    public RecordedProgress Progress { get; } = new();

    public Dictionary<string, DatasetRef> Inputs { get; } = new(StringComparer.Ordinal);

    public string Elsewhere(string relative) => _folder[relative];

    public void File(string path, string text) => File(path, Encoding.UTF8.GetBytes(text));

    public void File(string path, byte[] content)
    {
        var full = Path.Combine(FilesFolder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        System.IO.File.WriteAllBytes(full, content);
    }

    public void Variable(string name, VariableType? type, JsonValue value) => Variables[name] = new PlannedParameter(type, value);

    /// <summary>Stages what a query gives, as an input of later steps.</summary>
    public DatasetRef Staged(string dataset, string sql)
    {
        var path = $"staged/run/{dataset}.parquet";
        var full = Path.Combine(Store.Location, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        Query($"COPY ({sql}) TO '{full}' (FORMAT parquet)");
        var reference = new DatasetRef(dataset, path, long.Parse(Query($"SELECT count(*) FROM '{full}'")[0]), new FileInfo(full).Length, []);
        return Inputs[dataset] = reference;
    }

    public Task<StepOutcome> RunAsync<TStep>(IStepActivity<TStep> activity, TStep step)
        where TStep : Step => DeliverAsync(activity, step, CancellationToken.None);

    public async Task<StepOutcome> DeliverAsync<TStep>(IStepActivity<TStep> activity, TStep step, CancellationToken cancellationToken)
        where TStep : Step
    {
        var temp = Path.Combine(TempFolder, $"delivery-{++_deliveries}");
        Directory.CreateDirectory(temp);
        try
        {
            return await activity.RunAsync(Context(temp), step, cancellationToken);
        }
        finally
        {
            Directory.Delete(temp, recursive: true);
        }
    }

    public async Task<Failure> FailureOfAsync<TStep>(IStepActivity<TStep> activity, TStep step)
        where TStep : Step
    {
        try
        {
            var outcome = await RunAsync(activity, step);
            return outcome.Failure ?? throw new InvalidOperationException($"The step succeeded with {outcome.Rows}.");
        }
        catch (StepFailedException e)
        {
            return e.Failure;
        }
    }

    /// <summary>The rows of a staged file, one text each, values with bars between.</summary>
    public List<string> Rows(string storePath, string columns = "*") => Query($"SELECT {columns} FROM '{Path.Combine(Store.Location, storePath)}'");

    public List<string> Rows(StepOutcome outcome, string columns = "*") => Rows(outcome.Datasets[^1].Path, columns);

    /// <summary>Every file of the store below a prefix.</summary>
    public List<string> Stored(string prefix) => !Directory.Exists(Store.Location)
        ? []
        : [.. Directory.EnumerateFiles(Store.Location, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Store.Location, path))
            .Where(path => path.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    public static List<string> Query(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql.StartsWith("SELECT", StringComparison.Ordinal) ? $"SELECT COLUMNS(*)::VARCHAR FROM ({sql})" : sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (sql.StartsWith("SELECT", StringComparison.Ordinal) && reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "NULL" : reader.GetString(i))));
        }

        return rows;
    }

    public void Dispose() => _folder.Dispose();

    private StepContext Context(string temp) => new(
        new RunPlan(
            new RunIdentity("acme", "orders", "manual-0001", 1),
            "hash",
            null,
            Variables,
            new Dictionary<string, PlannedConnection>(StringComparer.Ordinal),
            new Dictionary<string, string>(StringComparer.Ordinal),
            Memory,
            2,
            []),
        Inputs,
        Store,
        new FolderOpener(new FolderFiles(FilesFolder)),
        $"{_deliveries:0000}",
        temp,
        Progress,
        TimeProvider.System,
        NullLogger.Instance);
}
