using System.Text.Json.Serialization;
using DataEngineer.Plans;
using DataEngineer.Runs;

namespace DataEngineer.Cli.Summaries;

/// <summary>A run in numbers and sentences: what is printed when it has ended, and, as JSON, what other programs read.</summary>
/// <param name="Findings">Assertions that did not pass; samples as paths of this machine.</param>
/// <param name="Next">The command to type next.</param>
internal sealed record RunSummary(
    string Run,
    string Customer,
    string Pipeline,
    RunStatus Status,
    int ExitCode,
    RunInterval? Interval,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    StepTally Steps,
    RowTally Rows,
    AssertionTally Assertions,
    IReadOnlyList<StepLoad> Loads,
    IReadOnlyList<AssertionResult> Findings,
    IReadOnlyList<StepWarning> Warnings,
    IReadOnlyList<StepFailure> Failures,
    IReadOnlyList<StepWarning> Skipped,
    IReadOnlyList<StepOutcome> Outcomes,
    string? RetryOf,
    string Next)
{
    /// <summary>From start to end; null while it is not ended.</summary>
    [JsonIgnore]
    public TimeSpan? Elapsed => EndedAt - StartedAt;

    /// <summary>The same in seconds.</summary>
    public double? ElapsedSeconds => Elapsed?.TotalSeconds;

    /// <param name="locate">The full or shorter path of a file of the customer's store.</param>
    public static RunSummary Of(RunRecord record, CommandLines commands, Func<string, string> locate)
    {
        var assertions = record.Steps.SelectMany(step => step.Assertions).ToList();
        return new RunSummary(
            record.Run.ToString(),
            record.Run.Customer,
            record.Run.Pipeline,
            record.Status,
            ExitCodes.Of(record),
            record.Interval,
            record.StartedAt,
            record.EndedAt,
            StepTally.Of(record.Steps),
            RowTally.Of(record.Steps),
            AssertionTally.Of(assertions),
            [.. record.Steps.Where(step => step.Load is not null).Select(step => new StepLoad(step.Step, step.Load!, step.Status == StepStatus.Reused))],
            [.. assertions.Where(a => a.Status != AssertionStatus.Passed).Select(a => a.Sample is null ? a : a with { Sample = locate(a.Sample) })],
            [.. Sentences(record, step => step.Status != StepStatus.Skipped).Where(warning => !IsFinding(warning, assertions))],
            FailuresOf(record),
            Sentences(record, step => step.Status == StepStatus.Skipped),
            record.Steps,
            record.RetryOf,
            NextStep.Of(record, commands));
    }

    // An assert step warns of each assertion that did not pass; those are findings already.
    private static bool IsFinding(StepWarning warning, List<AssertionResult> assertions) =>
        assertions.Exists(assertion => assertion.Status != AssertionStatus.Passed && warning.Message.StartsWith($"{assertion.Name}: ", StringComparison.Ordinal));

    private static List<StepWarning> Sentences(RunRecord record, Func<StepOutcome, bool> which) =>
        [.. record.Steps.Where(which).SelectMany(step => step.Warnings.Select(warning => new StepWarning(step.Step, warning)))];

    private static List<StepFailure> FailuresOf(RunRecord record)
    {
        var failures = new List<StepFailure>();
        if (record.Failure is { } plan)
        {
            failures.Add(StepFailure.Of(record.Status == RunStatus.Cancelled ? "run" : "plan", plan, 1));
        }

        failures.AddRange(record.Steps.Where(step => step.Failure is not null).Select(step => StepFailure.Of(step.Step, step.Failure!, step.Attempts)));
        return failures;
    }
}
