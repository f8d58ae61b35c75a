using System.Runtime.CompilerServices;
using System.Text.Json;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;

namespace DataEngineer.Activities.Execution;

/// <summary>The run records of one customer.</summary>
public static class RecordStore
{
    /// <summary>Writes or replaces a run's record.</summary>
    public static async Task WriteAsync(IBlobStore store, RunRecord record, CancellationToken cancellationToken) =>
        await store.WriteAsync(
            RunPaths.Record(record.Run.ToString()),
            JsonSerializer.SerializeToUtf8Bytes(record, DurableJson.Options),
            BlobCondition.None,
            cancellationToken);

    /// <summary>A run's record, or null where there is none.</summary>
    public static async Task<RunRecord?> FindAsync(IBlobStore store, string run, CancellationToken cancellationToken) =>
        await store.ReadAsync(RunPaths.Record(run), cancellationToken) is { } content
            ? JsonSerializer.Deserialize<RunRecord>(content.Bytes.Span, DurableJson.Options)
            : null;

    /// <summary>The identities of every run that has a record, of one pipeline where it is named, oldest first.</summary>
    public static async IAsyncEnumerable<RunIdentity> ListAsync(
        IBlobStore store, string customer, string? pipeline, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prefix = pipeline is null ? RunPaths.RecordPrefix : $"{RunPaths.RecordPrefix}{customer}.{pipeline}.";
        var identities = new List<RunIdentity>();
        await foreach (var entry in store.ListAsync(prefix, cancellationToken))
        {
            var name = entry.Path[RunPaths.RecordPrefix.Length..];
            if (name.EndsWith(".json", StringComparison.Ordinal) && RunIdentity.TryParse(name[..^".json".Length], out var identity))
            {
                identities.Add(identity);
            }
        }

        foreach (var identity in identities.OrderBy(run => run.Pipeline, StringComparer.Ordinal).ThenBy(run => run.IntervalKey, StringComparer.Ordinal).ThenBy(run => run.Attempt))
        {
            yield return identity;
        }
    }
}
