using DataEngineer.Connections;
using DataEngineer.Store;

namespace DataEngineer.Connectors.Lake;

/// <summary>
/// Deletes data files that no manifest lists and nobody can still need: those of this load once it is remembered (no attempt of
/// it can become visible after that), those that left the table longer than its grace ago, and those that an attempt which never
/// ended left behind long ago.
/// </summary>
internal sealed class LakeSweep(IBlobStore store, string folder)
{
    /// <summary>Far longer than any attempt may take.</summary>
    public static readonly TimeSpan OrphanAge = TimeSpan.FromDays(7);

    /// <summary>Never fails a load that is done: what is left now is found again by the next.</summary>
    public async Task RunAsync(LakeManifest manifest, IReadOnlyList<LakeRemoved> removed, LoadRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var listed = manifest.Files.Select(file => file.Path).Concat(manifest.Removed.Select(file => file.Path)).ToHashSet(StringComparer.Ordinal);
            var over = removed.Where(file => LakeManifest.IsOver(file, request.Now)).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
            await foreach (var entry in store.ListAsync($"{folder}/data/", cancellationToken))
            {
                var path = entry.Path[(folder.Length + 1)..];
                var mine = path.StartsWith(LakeWriter.Prefix(request), StringComparison.Ordinal);
                if (!listed.Contains(path) && (mine || over.Contains(path) || entry.LastModified + OrphanAge <= request.Now))
                {
                    await store.DeleteAsync(entry.Path, cancellationToken);
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            return;
        }
    }

    /// <summary>Deletes what an attempt wrote whose swap another load prevented.</summary>
    public async Task DropAsync(IReadOnlyList<LakeFile> written, CancellationToken cancellationToken)
    {
        foreach (var file in written)
        {
            await store.DeleteAsync($"{folder}/{file.Path}", cancellationToken);
        }
    }
}
