using DataEngineer.Store;

namespace DataEngineer.Connectors.Lake;

/// <summary>The data files that one attempt of a load may write; those it did not commit go with it.</summary>
/// <param name="prefix">How their paths begin, relative to the table's folder; of this attempt alone.</param>
internal sealed class LakeOutputs(IBlobStore store, string folder, string prefix) : IAsyncDisposable
{
    private readonly List<LakeOutput> _outputs = [];

    public async Task<LakeOutput> CreateAsync(CancellationToken cancellationToken)
    {
        var path = $"{prefix}-{_outputs.Count}.parquet";
        var output = new LakeOutput(path, await store.CreateAsync($"{folder}/{path}", cancellationToken));
        _outputs.Add(output);
        return output;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var output in _outputs)
        {
            await output.Blob.DisposeAsync();
        }
    }
}
