using System.Text.Json;
using DataEngineer.Cli.Hosting;
using DataEngineer.Definitions.Naming;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;

namespace DataEngineer.Cli.Preview;

/// <summary>Finds the files of a run that hold the rows asked for, or says why there are none.</summary>
internal sealed class PreviewFinder(Head head, RunRecord record)
{
    private readonly IBlobStore _store = head.Stores.Open(record.Run.Customer);
    private readonly string _run = record.Run.ToString();

    /// <summary>The staged dataset.</summary>
    public async Task<PreviewSource> StagedAsync(string dataset, CancellationToken cancellationToken)
    {
        var staged = record.Steps.SelectMany(step => step.Datasets).LastOrDefault(candidate => candidate.Dataset == dataset);
        return staged is not null ? new PreviewSource(dataset, staged.Path) : throw await NotStagedAsync(dataset, cancellationToken);
    }

    /// <summary>Rows of a dataset that were set aside, and samples of those that failed an assertion.</summary>
    public async Task<IReadOnlyList<PreviewSource>> SetAsideAsync(string dataset, CancellationToken cancellationToken)
    {
        var entries = new List<BlobEntry>();
        await foreach (var entry in _store.ListAsync($"{RunPaths.Root(_run)}/quarantine/{BlobPath.Check(dataset)}.", cancellationToken))
        {
            entries.Add(entry);
        }

        var found = entries
            .GroupBy(StepOf, StringComparer.Ordinal)
            .Select(files => new PreviewSource($"rows of {dataset} set aside by {files.Key}", files.MaxBy(file => file.LastModified)!.Path))
            .ToList();
        found.AddRange(record.Steps
            .SelectMany(step => step.Assertions)
            .Where(assertion => assertion.Dataset == dataset && assertion.Sample is not null)
            .Select(assertion => new PreviewSource($"rows of {dataset} that fail {assertion.Name}", assertion.Sample!)));
        return found.Count > 0
            ? found
            : throw new CommandException(ExitCodes.Invalid, $"Run {_run} set no rows of '{dataset}' aside, and none failed an assertion.", head.Commands.Show(record.Run));
    }

    // <dataset>.<kind>.<name>.<token>.parquet
    private static string StepOf(BlobEntry entry)
    {
        var parts = Path.GetFileName(entry.Path).Split('.');
        return parts.Length > 3 ? $"{parts[1]}.{parts[2]}" : "a step";
    }

    private async Task<CommandException> NotStagedAsync(string dataset, CancellationToken cancellationToken)
    {
        var staged = record.Steps.SelectMany(step => step.Datasets).Select(candidate => candidate.Dataset).Distinct(StringComparer.Ordinal).ToList();
        var has = staged.Count > 0 ? $"It staged {string.Join(", ", staged)}." : "It staged none.";
        var plan = await PlanAsync(cancellationToken);
        if (plan?.Steps.OfType<TransformStep>().FirstOrDefault(step => step.Queries.Any(query => query.Dataset == dataset)) is { } step)
        {
            return step.Queries.Any(query => query.Dataset == dataset && query.Staged)
                ? Problem($"Run {_run} did not get as far as '{dataset}'. {has}", head.Commands.Show(record.Run))
                : Problem(
                    $"'{dataset}' was not kept: it is computed inside {step.Name}, since nothing else needs it. {has} An assertion on it would keep it.",
                    head.Commands.Preview(record.Run, step.Queries[^1].Dataset));
        }

        var suggestion = Suggestion.For(dataset, staged);
        return Problem($"Run {_run} has no dataset '{dataset}'.{(suggestion is null ? "" : " " + suggestion)} {has}", head.Commands.Show(record.Run));
    }

    private static CommandException Problem(string message, string next) => new(ExitCodes.Invalid, message, next);

    private async Task<RunPlan?> PlanAsync(CancellationToken cancellationToken) =>
        await _store.ReadAsync(RunPaths.Plan(_run), cancellationToken) is { } content
            ? JsonSerializer.Deserialize<RunPlan>(content.Bytes.Span, DurableJson.Options)
            : null;
}
