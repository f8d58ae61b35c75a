using DataEngineer.Failures;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;

namespace DataEngineer.Activities.Transform;

/// <summary>The local files of a transform: what it reads, and what it will write.</summary>
internal sealed class TransformFiles(StepContext context, TransformStep step) : IAsyncDisposable
{
    private readonly Dictionary<string, ILocalBlob> _inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IPendingBlob> _outputs = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, ILocalBlob> Inputs => _inputs;

    public IReadOnlyDictionary<string, IPendingBlob> Outputs => _outputs;

    public IReadOnlyList<string> LocalPaths => [.. _inputs.Values.Select(file => file.LocalPath), .. _outputs.Values.Select(file => file.LocalPath)];

    public long RowsRead => step.Reads.Sum(dataset => context.Inputs[dataset].Rows);

    public string PathOf(string dataset) => RunPaths.Staged(context.Plan.Run.ToString(), step.Name, dataset, context.FencingToken);

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        foreach (var dataset in step.Reads)
        {
            var reference = context.Inputs.TryGetValue(dataset, out var found)
                ? found
                : throw StepFailedException.Terminal("DE0591", FailureClass.Internal, $"Step '{step.Name}' reads dataset '{dataset}', which was not handed to it.", "Report this with the plan.");
            _inputs.Add(dataset, await FetchAsync(reference, cancellationToken));
        }

        foreach (var query in step.Queries.Where(query => query.Staged))
        {
            _outputs.Add(query.Dataset, await context.Store.CreateAsync(PathOf(query.Dataset), cancellationToken));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable file in _inputs.Values.Concat<IAsyncDisposable>(_outputs.Values))
        {
            await file.DisposeAsync();
        }
    }

    private async Task<ILocalBlob> FetchAsync(DatasetRef reference, CancellationToken cancellationToken)
    {
        try
        {
            return await context.Store.FetchAsync(reference.Path, cancellationToken);
        }
        catch (BlobNotFoundException e)
        {
            throw StepFailedException.Terminal(
                "DE0617", FailureClass.MissingData, $"Step '{step.Name}': the staged file of dataset '{reference.Dataset}' is gone: {reference.Path}.", "Run the pipeline again; staged data is kept for a limited time.", e);
        }
    }
}
