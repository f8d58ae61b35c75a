using DataEngineer.Store;

namespace DataEngineer.Connectors.Lake;

/// <summary>The table's files that a load reads, as local files.</summary>
internal sealed class LakeInputs(IBlobStore store, string folder) : IAsyncDisposable
{
    private readonly Dictionary<string, ILocalBlob> _blobs = new(StringComparer.Ordinal);

    public IEnumerable<string> LocalPaths => _blobs.Values.Select(blob => blob.LocalPath);

    public async Task FetchAsync(IEnumerable<LakeFile> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            _blobs.Add(file.Path, await store.FetchAsync($"{folder}/{file.Path}", cancellationToken));
        }
    }

    public string LocalPath(LakeFile file) => _blobs[file.Path].LocalPath;

    public async ValueTask DisposeAsync()
    {
        foreach (var blob in _blobs.Values)
        {
            await blob.DisposeAsync();
        }
    }
}
