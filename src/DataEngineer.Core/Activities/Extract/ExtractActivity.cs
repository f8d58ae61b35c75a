using DataEngineer.Activities.Extract.Csv;
using DataEngineer.Activities.Extract.Json;
using DataEngineer.Activities.Extract.Parquet;
using DataEngineer.Activities.Staging;
using DataEngineer.Definitions.Model;
using DataEngineer.Engine;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;
using DuckDB.NET.Data;

namespace DataEngineer.Activities.Extract;

/// <summary>
/// Reads files into one staged dataset. The engine first reads them strictly, at its full speed; only where that fails are they read again
/// with every row's place, so that each row is written, or set aside with file and line.
/// </summary>
public sealed class ExtractActivity : IStepActivity<ExtractStep>
{
    /// <inheritdoc/>
    public async Task<StepOutcome> RunAsync(StepContext context, ExtractStep step, CancellationToken cancellationToken)
    {
        await using var files = await SourceFiles.OpenAsync(context, step, cancellationToken);
        var run = context.Plan.Run.ToString();
        var path = RunPaths.Staged(run, step.Name, step.Dataset, context.FencingToken);
        var rejectsPath = RunPaths.Quarantine(run, step.Name, step.Dataset, context.FencingToken);
        await using var staged = await context.Store.CreateAsync(path, cancellationToken);
        await using var rejects = await context.Store.CreateAsync(rejectsPath, cancellationToken);
        context.Progress.Report(new StepProgress(run, step.Name, 0, 0));

        using var session = DuckSession.Open(new DuckSessionOptions(
            context.Plan.Memory,
            context.Plan.Threads,
            context.TempDirectory,
            [context.TempDirectory],
            [.. files.Files.Select(file => file.LocalPath), staged.LocalPath, rejects.LocalPath]));
        using var watch = new QueryWatch(context.Time, session, fraction => context.Progress.Report(new StepProgress(run, step.Name, null, fraction)));
        var types = DeclaredTypes.Resolve(session, $"Extract '{step.Dataset}'", step.Columns, cancellationToken);
        var work = new ExtractWork(session, step, files.Files, types, context.TempDirectory, cancellationToken);
        var result = Read(work, files.Format, staged, rejects);

        if (result.Rejected.Count > 0)
        {
            await rejects.CommitAsync(cancellationToken);
        }

        var counts = new RowCounts(result.Rejected.Count + result.Rows, result.Rows, result.Rejected.Count);
        if (result.Rejected.Judge(work.What, step.Rejects, rejectsPath) is { } failure)
        {
            return StepOutcome.Failed(step.Name, failure) with { Rows = counts with { Written = 0, Filtered = result.Rows }, Rejects = rejectsPath };
        }

        var dataset = await DatasetWriter.PublishAsync(staged, path, step.Dataset, result.Rows, result.Columns, cancellationToken);
        context.Progress.Report(new StepProgress(run, step.Name, result.Rows, 1));
        var warning = result.Rejected.Warning(work.What, step.Rejects, rejectsPath);
        return StepOutcome.Of(step.Name, [dataset], counts) with
        {
            Status = warning is null ? StepStatus.Succeeded : StepStatus.Warned,
            Warnings = warning is null ? [] : [warning],
            Rejects = result.Rejected.Count > 0 ? rejectsPath : null,
        };
    }

    private static ExtractResult Read(ExtractWork work, FileFormat format, IPendingBlob staged, IPendingBlob rejects)
    {
        var extract = new FileExtract(work, staged, rejects);
        try
        {
            return work.Files.Count == 0 ? extract.Nothing() : extract.Read(Open(work, format));
        }
        catch (EngineException e)
        {
            throw ExtractErrors.OfEngine(work.What, e.Error);
        }
        catch (DuckDBException e)
        {
            throw ExtractErrors.OfEngine(work.What, EngineError.Read(e));
        }
    }

    private static ISource Open(ExtractWork work, FileFormat format) => format switch
    {
        FileFormat.Csv => CsvSource.Open(work),
        FileFormat.Json or FileFormat.Ndjson => JsonSource.Open(work, format),
        FileFormat.Parquet => ParquetSource.Open(work),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a file format."),
    };
}
