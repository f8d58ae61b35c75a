using DataEngineer.Failures;
using DataEngineer.Runs;

namespace DataEngineer.Cli.Summaries;

/// <summary>What a person would do after a run.</summary>
internal static class NextStep
{
    public static string Of(RunRecord record, CommandLines commands) => record.Status switch
    {
        RunStatus.Running => commands.Run(record.Run, IntervalOption.Of(record.Interval)),
        RunStatus.Succeeded or RunStatus.Warned => WorthSeeing(record) is { } dataset
            ? commands.Preview(record.Run, dataset)
            : commands.Show(record.Run),
        _ => commands.Retry(record.Run, latest: NeedsNewDefinitions(record)),
    };

    // The smallest dataset that was loaded says most at a glance; where none was, the one made last.
    private static string? WorthSeeing(RunRecord record)
    {
        var loads = record.Steps.Where(step => step.Load is not null).Select(step => step.Step["load.".Length..]).ToHashSet(StringComparer.Ordinal);
        var staged = record.Steps.SelectMany(step => step.Datasets).Where(dataset => dataset.Rows > 0).ToList();
        return staged.Where(dataset => loads.Contains(dataset.Dataset)).MinBy(dataset => dataset.Rows)?.Dataset ?? staged.LastOrDefault()?.Dataset;
    }

    private static bool NeedsNewDefinitions(RunRecord record) =>
        record.Steps.Select(step => step.Failure?.Class).Append(record.Failure?.Class).Any(kind => kind is FailureClass.Definition or FailureClass.Schema or FailureClass.Contract);
}
