using DataEngineer.Connections;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;

namespace DataEngineer.Activities.Load;

/// <summary>
/// Loads one staged dataset into its target. Rows written are those inserted or updated; rows that insert_only left as they were
/// count as filtered. A second delivery reports what the first one did.
/// </summary>
public sealed class LoadActivity : IStepActivity<LoadStep>
{
    /// <inheritdoc/>
    public async Task<StepOutcome> RunAsync(StepContext context, LoadStep step, CancellationToken cancellationToken)
    {
        var dataset = context.Inputs.TryGetValue(step.Dataset, out var found) ? found : throw LoadFailures.NoInput(step, context.Inputs.Keys);
        var target = context.Connections.OpenTarget(step.Connection);
        await using var file = await FetchAsync(context.Store, step, dataset, cancellationToken);
        var report = await target.LoadAsync(Request(context, step, dataset, file.LocalPath), cancellationToken);
        if (report.RowsRead != report.Inserted + report.Updated + report.Unchanged)
        {
            throw LoadFailures.Unbalanced(step, report);
        }

        context.Progress.Report(new StepProgress(context.Plan.Run.ToString(), step.Name, report.RowsRead, 1));
        var rows = new RowCounts(report.RowsRead, report.Inserted + report.Updated, Filtered: report.Unchanged);
        return StepOutcome.Of(step.Name, [], rows) with { Load = report };
    }

    private static async Task<ILocalBlob> FetchAsync(IBlobStore store, LoadStep step, DatasetRef dataset, CancellationToken cancellationToken)
    {
        try
        {
            return await store.FetchAsync(dataset.Path, cancellationToken);
        }
        catch (BlobNotFoundException error)
        {
            throw LoadFailures.StagedFileGone(step, error);
        }
    }

    private static LoadRequest Request(StepContext context, LoadStep step, DatasetRef dataset, string parquetPath)
    {
        var run = context.Plan.Run;
        return new LoadRequest(
            new LoadKey(run.Customer, run.Pipeline, run.IntervalKey, step.Load),
            run.ToString(),
            context.FencingToken,
            parquetPath,
            dataset.Rows,
            dataset.Columns,
            step.Table,
            step.WriteDisposition,
            step.MergeStrategy,
            step.PrimaryKey,
            step.IntervalColumn,
            context.Plan.Interval,
            context.Plan.Memory,
            context.Plan.Threads,
            context.TempDirectory,
            context.Time.GetUtcNow());
    }
}
