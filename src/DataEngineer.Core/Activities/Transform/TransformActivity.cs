using DataEngineer.Activities.Staging;
using DataEngineer.Engine;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DuckDB.NET.Data;

namespace DataEngineer.Activities.Transform;

/// <summary>
/// Runs the queries of one step in one jailed session that reaches the step's inputs and outputs and nothing else. Results stream into
/// staged files, so that memory is bounded by the plan and not by the data.
/// </summary>
public sealed class TransformActivity : IStepActivity<TransformStep>
{
    /// <inheritdoc/>
    public async Task<StepOutcome> RunAsync(StepContext context, TransformStep step, CancellationToken cancellationToken)
    {
        var statements = step.Queries.Select(query => SqlStatement.Check(query.Sql)).ToList();
        await using var files = new TransformFiles(context, step);
        await files.OpenAsync(cancellationToken);
        context.Progress.Report(new StepProgress(context.Plan.Run.ToString(), step.Name, 0, 0));

        try
        {
            return await RunAsync(context, step, statements, files, cancellationToken);
        }
        catch (DuckDBException e)
        {
            throw SqlErrors.Of(e, $"Step '{step.Name}'");
        }
    }

    private static async Task<StepOutcome> RunAsync(
        StepContext context, TransformStep step, List<SqlStatement> statements, TransformFiles files, CancellationToken cancellationToken)
    {
        using var session = DuckSession.Open(new DuckSessionOptions(
            context.Plan.Memory, context.Plan.Threads, context.TempDirectory, AllowedDirectories: [], AllowedFiles: files.LocalPaths));
        foreach (var (dataset, file) in files.Inputs)
        {
            session.Execute($"CREATE VIEW {Sql.Name(dataset)} AS SELECT * FROM {DatasetWriter.Relation(file.LocalPath)}", cancellationToken);
        }

        var run = new TransformRun(context, step, session, files, cancellationToken);
        using var watch = new QueryWatch(
            context.Time,
            session,
            fraction => context.Progress.Report(new StepProgress(context.Plan.Run.ToString(), step.Name, null, (run.Written.Count + fraction) / files.Outputs.Count)));
        for (var i = 0; i < statements.Count; i++)
        {
            run.Run(step.Queries[i], statements[i], step.Queries.Skip(i + 1));
        }

        var datasets = new List<DatasetRef>();
        foreach (var (query, rows, columns) in run.Written)
        {
            datasets.Add(await DatasetWriter.PublishAsync(files.Outputs[query.Dataset], files.PathOf(query.Dataset), query.Dataset, rows, columns, cancellationToken));
        }

        var counts = new RowCounts(files.RowsRead, datasets.Sum(dataset => dataset.Rows));
        context.Progress.Report(new StepProgress(context.Plan.Run.ToString(), step.Name, counts.Written, 1));
        return StepOutcome.Of(step.Name, datasets, counts);
    }
}
