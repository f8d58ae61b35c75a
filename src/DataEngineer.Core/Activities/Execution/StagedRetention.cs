using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;

namespace DataEngineer.Activities.Execution;

/// <summary>
/// Staged data is kept for the last runs of a pipeline, for previews and retries, and for what their records name; the rest goes: data of older
/// runs, and files of deliveries that a later one superseded.
/// </summary>
internal static class StagedRetention
{
    /// <summary>Runs of a pipeline whose staged data is kept.</summary>
    public const int RunsKept = 3;

    public static async Task CleanAsync(IBlobStore store, RunRecord ended, CancellationToken cancellationToken)
    {
        var run = ended.Run;
        var staged = new List<string>();
        await foreach (var entry in store.ListAsync($"{RunPaths.StagedPrefix}{run.Customer}.{run.Pipeline}.", cancellationToken))
        {
            staged.Add(entry.Path);
        }

        var records = new List<RunRecord> { ended };
        foreach (var other in staged.Select(RunPaths.RunOfStaged).Distinct(StringComparer.Ordinal).Where(id => id != run.ToString()))
        {
            if (RunIdentity.TryParse(other, out _) && await RecordStore.FindAsync(store, other, cancellationToken) is { } record)
            {
                records.Add(record);
            }
        }

        var unfinished = records.Where(record => record.Status == RunStatus.Running).ToList();
        var kept = records.Where(record => record.Status != RunStatus.Running).OrderByDescending(record => record.StartedAt).Take(RunsKept).ToList();
        foreach (var retried in unfinished.Select(record => record.RetryOf).OfType<string>())
        {
            if (await RecordStore.FindAsync(store, retried, cancellationToken) is { } record)
            {
                kept.Add(record);
            }
        }

        var needed = kept.SelectMany(record => record.Steps).SelectMany(step => step.Datasets).Select(dataset => dataset.Path).ToHashSet(StringComparer.Ordinal);
        var underWay = unfinished.Select(record => record.Run.ToString()).ToHashSet(StringComparer.Ordinal);
        foreach (var path in staged.Where(path => !needed.Contains(path) && !underWay.Contains(RunPaths.RunOfStaged(path))))
        {
            await store.DeleteAsync(path, cancellationToken);
        }
    }
}
