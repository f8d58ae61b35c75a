using DataEngineer.Activities.Staging;
using DataEngineer.Engine;
using DataEngineer.Failures;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;

namespace DataEngineer.Activities.Quality;

/// <summary>An engine session in which every input of the step is a view of its name, and the judged dataset's rows can be numbered.</summary>
internal sealed class AssertSession : IAsyncDisposable
{
    private const string FileRowNumber = "file_row_number";

    private readonly StepContext _context;
    private readonly IReadOnlyList<ILocalBlob> _files;

    private AssertSession(StepContext context, DatasetRef dataset, IReadOnlyList<ILocalBlob> files, string localPath, DuckSession engine)
    {
        (_context, Dataset, _files, Engine) = (context, dataset, files, engine);
        Row = FreeName("row_number");
        Writer = new DatasetWriter(engine);
        var read = DatasetWriter.Relation(localPath);
        Numbered = dataset.Columns.Any(column => IsSame(column.Name, FileRowNumber))
            ? $"(SELECT *, row_number() OVER () - 1 AS {Row} FROM {read})"
            : $"(SELECT *, {FileRowNumber} AS {Row} FROM {read})";
    }

    /// <summary>The dataset judged.</summary>
    public DatasetRef Dataset { get; }

    public DuckSession Engine { get; }

    public DatasetWriter Writer { get; }

    /// <summary>The names of all the step's inputs.</summary>
    public IReadOnlyCollection<string> Datasets => [.. _context.Inputs.Keys];

    public RunPlan Plan => _context.Plan;

    /// <summary>The judged dataset's view, quoted.</summary>
    public string Source => Sql.Name(Dataset.Dataset);

    /// <summary>The judged dataset with the column <see cref="Row"/>: the row's place in the file, from 0.</summary>
    public string Numbered { get; }

    /// <summary>A quoted name that no column of the dataset has.</summary>
    public string Row { get; }

    /// <summary>The dataset's columns, quoted, in order.</summary>
    public string Columns => Sql.Names(Dataset.Columns.Select(column => column.Name));

    public static async Task<AssertSession> OpenAsync(StepContext context, DatasetRef dataset, CancellationToken cancellationToken)
    {
        var files = new List<ILocalBlob>(context.Inputs.Count);
        DuckSession? engine = null;
        try
        {
            var paths = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var input in context.Inputs.Values)
            {
                files.Add(await FetchAsync(context, input, cancellationToken));
                paths[input.Dataset] = files[^1].LocalPath;
            }

            engine = DuckSession.Open(new DuckSessionOptions(
                context.Plan.Memory, context.Plan.Threads, Path.Combine(context.TempDirectory, "spill"), [context.TempDirectory], [.. paths.Values]));
            foreach (var (name, path) in paths)
            {
                engine.Execute($"CREATE VIEW {Sql.Name(name)} AS SELECT * FROM {DatasetWriter.Relation(path)}", cancellationToken);
            }

            return new AssertSession(context, dataset, files, paths[dataset.Dataset], engine);
        }
        catch
        {
            engine?.Dispose();
            await DisposeAsync(files);
            throw;
        }
    }

    /// <summary>Writes what a query selects to the store as Parquet.</summary>
    public async Task<DatasetRef> StageAsync(RowQuery query, string path, CancellationToken cancellationToken)
    {
        await using var file = new JailedBlob(await _context.Store.CreateAsync(path, cancellationToken), Path.Combine(_context.TempDirectory, "staging.parquet"));
        var described = Writer.Describe(query.Sql, path, cancellationToken, query.Parameters);
        var (rows, columns) = Writer.Write(query.Sql, described, file, cancellationToken, query.Parameters);
        return await DatasetWriter.PublishAsync(file, path, Dataset.Dataset, rows, columns, cancellationToken);
    }

    /// <summary>The name, or one like it that no column of the dataset has; quoted.</summary>
    public string FreeName(string name)
    {
        while (Dataset.Columns.Any(column => IsSame(column.Name, name)))
        {
            name += "_";
        }

        return Sql.Name(name);
    }

    public async ValueTask DisposeAsync()
    {
        Engine.Dispose();
        await DisposeAsync(_files);
    }

    private static async Task DisposeAsync(IEnumerable<ILocalBlob> files)
    {
        foreach (var file in files)
        {
            await file.DisposeAsync();
        }
    }

    private static async Task<ILocalBlob> FetchAsync(StepContext context, DatasetRef input, CancellationToken cancellationToken)
    {
        try
        {
            return await context.Store.FetchAsync(input.Path, cancellationToken);
        }
        catch (BlobNotFoundException e)
        {
            throw StepFailedException.Terminal(
                "DE0617", FailureClass.MissingData, $"The staged file of dataset '{input.Dataset}' is gone: {input.Path}.", "Run the pipeline again; staged data is kept for a limited time.", e);
        }
    }

    private static bool IsSame(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
