using System.Text.Json.Nodes;
using DataEngineer.Activities.Execution;
using DataEngineer.Cli.Hosting;
using DataEngineer.Connectors;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Reading;
using DataEngineer.Planning.Intervals;
using DataEngineer.Planning.Queries;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;

namespace DataEngineer.Cli.Checks;

/// <summary>Decides what a run covers and makes its plan, without starting anything.</summary>
internal sealed class RunChecker(Head head)
{
    /// <exception cref="CommandException">There is no such pipeline, or the interval is none of its schedule.</exception>
    public async Task<PlannedRun> CheckAsync(PipelineName name, string? interval, IReadOnlyDictionary<string, JsonValue> variables, CancellationToken cancellationToken)
    {
        PipelineFiles.Require(name, head);
        var store = new FolderStore(name.PipelinesFolder, head.Stores.TempFolder);
        var tree = await DefinitionReader.ReadCustomerAsync(store, name.Customer, ConnectorCatalog.All, cancellationToken);
        var folder = tree.Customers.GetValueOrDefault(name.Customer);
        var schedule = folder?.Pipelines.GetValueOrDefault(name.Pipeline)?.Model.Schedule;
        var (covered, text) = folder is null || !folder.Pipelines.ContainsKey(name.Pipeline)
            ? (null, null)
            : Choose(name, interval, schedule, folder.Customer.Model.Timezone);
        var key = covered is null ? IntervalKey.Manual(1) : IntervalKey.Of(covered);
        using var analyzer = new SqlAnalyzer();
        var planning = await new RunPlanner(store, ConnectorCatalog.All, analyzer).PlanAsync(
            new RunRequest(new RunIdentity(name.Customer, name.Pipeline, key, 1), covered, variables, "manual"), cancellationToken);
        var problems = planning.Diagnostics.Select(problem => problem with { File = head.Shorten(Path.Combine(name.PipelinesFolder, problem.File)) });
        return new PlannedRun(name, covered, text, variables, planning.Plan, [.. problems]);
    }

    private (RunInterval? Interval, string? Text) Choose(PipelineName name, string? text, ScheduleDefinition? schedule, string timezone)
    {
        if (schedule is null)
        {
            return text is null
                ? (null, null)
                : throw new CommandException(ExitCodes.Invalid, $"Pipeline '{name}' has no schedule, so its runs cover no interval; got --interval {text}.", head.Commands.Run(name.ToString()));
        }

        if (IntervalCalculator.TryCreate(schedule, timezone, out _) is not { } calculator)
        {
            return (null, null);
        }

        if (text is null)
        {
            var latest = calculator.LatestComplete(head.Time.GetUtcNow())
                ?? throw new CommandException(ExitCodes.Invalid, $"The schedule of '{name}' has no interval that is over yet. Name one with --interval.");
            return (latest, IntervalText.Of(latest, calculator.Unit));
        }

        var choice = IntervalParser.Parse(text, calculator);
        return choice.Interval is { } interval
            ? (interval, IntervalText.Of(interval, calculator.Unit))
            : throw new CommandException(ExitCodes.Invalid, $"--interval of '{name}': {choice.Problem}");
    }
}
