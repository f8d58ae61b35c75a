using DataEngineer.Connections;
using DataEngineer.Connectors.Loading;
using DataEngineer.Store;
using DuckDB.NET.Data;

namespace DataEngineer.Connectors.Lake;

/// <summary>A folder of Parquet tables as a target. A load becomes visible, and is remembered, by one conditional write of the manifest.</summary>
/// <param name="root">The lake's folder in the store.</param>
/// <param name="beforeCommit">Called when everything is written and the manifest is not swapped.</param>
internal sealed class LakeTarget(IBlobStore store, string root, Action? beforeCommit = null) : ITarget
{
    /// <summary>Loads of other processes may come between a load's start and its swap; it starts again on what they left.</summary>
    private const int Tries = 5;

    public async Task<LoadReport> LoadAsync(LoadRequest request, CancellationToken cancellationToken)
    {
        var table = LoadRules.Check(request);
        var folder = $"{root}/{table.Schema.ToLowerInvariant()}/{table.Table.ToLowerInvariant()}";
        var location = $"{store.Location}/{folder}";
        using var turn = await LoadGate.EnterAsync(location, cancellationToken);
        try
        {
            return await LoadAsync(request, table, folder, location, cancellationToken);
        }
        catch (DuckDBException error)
        {
            throw EngineErrors.Classify(error, request, location);
        }
        catch (BlobNotFoundException error)
        {
            throw LakeErrors.MissingFile(request, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw EngineErrors.Classify(error, request, location);
        }
    }

    private async Task<LoadReport> LoadAsync(LoadRequest request, TableName table, string folder, string location, CancellationToken cancellationToken)
    {
        var manifests = new LakeManifests(store, folder);
        var sweep = new LakeSweep(store, folder);
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var (current, etag) = await manifests.ReadAsync(cancellationToken);
            if (current?.Find(request) is { } done)
            {
                await sweep.RunAsync(current, current.Removed, request, cancellationToken);
                return done.ToReport(location);
            }

            var change = await new LakeWriter(store, request, table, folder, location, attempt).WriteAsync(current, cancellationToken);
            var report = change.Effect.Report(request, table, location);
            var next = (current ?? LakeManifest.Empty(table, change.Columns)).After(change.Files, LoadEntry.Of(request, table, report));
            beforeCommit?.Invoke();
            cancellationToken.ThrowIfCancellationRequested();
            if (await manifests.SwapAsync(next, etag, CancellationToken.None))
            {
                await sweep.RunAsync(next, current?.Removed ?? [], request, cancellationToken);
                return report;
            }

            await sweep.DropAsync(change.Written, cancellationToken);
        }

        throw LakeErrors.Conflict(request, table, location, Tries);
    }
}
