using DataEngineer.Failures;
using DataEngineer.Plans;
using DataEngineer.Runs;

namespace DataEngineer.Activities.Quality;

/// <summary>How an assert step ends.</summary>
internal static class AssertOutcomes
{
    private const int MostNamed = 10;

    /// <summary>At least one assertion that blocks has failed.</summary>
    public static StepOutcome Blocked(StepContext context, AssertStep step, DatasetRef dataset, IReadOnlyList<JudgedAssertion> judged)
    {
        JudgedAssertion[] blocking = [.. judged.Where(assertion => assertion.Blocks)];
        var named = blocking.Take(MostNamed).Select(failed => $"\n  {failed.Assertion.File}({failed.Assertion.Line}): {failed.Assertion.Name}: {failed.Result.Message}");
        var more = blocking.Length > MostNamed ? $"\n  and {blocking.Length - MostNamed} more" : "";
        var count = blocking.Length == 1 ? "1 assertion does" : $"{blocking.Length} assertions do";
        var failure = new Failure(
            AssertCodes.NotHeld,
            blocking[0].Assertion.Class,
            Transient: false,
            $"{count} not hold of dataset '{step.Dataset}':{string.Concat(named)}{more}",
            $"Look at the failing rows with `dataeng runs show {context.Plan.Run}`, correct the source or the rule, and retry the run.");
        return StepOutcome.Failed(step.Name, failure) with
        {
            Rows = new RowCounts(dataset.Rows, dataset.Rows),
            Assertions = Results(judged),
            Warnings = Warnings(judged),
        };
    }

    /// <summary>The dataset goes on as it is.</summary>
    public static StepOutcome PassedOn(AssertStep step, DatasetRef dataset, IReadOnlyList<JudgedAssertion> judged) =>
        StepOutcome.Of(step.Name, step.Quarantines ? [dataset] : [], new RowCounts(dataset.Rows, dataset.Rows)) with
        {
            Status = judged.All(assertion => assertion.Result.Status == AssertionStatus.Passed) ? StepStatus.Succeeded : StepStatus.Warned,
            Assertions = Results(judged),
            Warnings = Warnings(judged),
        };

    /// <summary>The dataset goes on without the rows set aside.</summary>
    public static StepOutcome Quarantined(AssertStep step, DatasetRef dataset, IReadOnlyList<JudgedAssertion> judged, QuarantineOutcome quarantine)
    {
        var rows = new RowCounts(dataset.Rows, quarantine.Kept.Rows, quarantine.Rows);
        if (!rows.IsBalanced)
        {
            throw StepFailedException.Terminal(
                AssertCodes.Unbalanced,
                FailureClass.Internal,
                $"{step.Name}: {rows.Read} rows were read, {rows.Written} kept and {rows.Quarantined} set aside; none may be lost.",
                "Report it with the plan.");
        }

        IReadOnlyList<JudgedAssertion> counted =
        [
            .. judged.Select(assertion => quarantine.ByAssertion.TryGetValue(assertion.Assertion.Name, out var aside) && assertion.Quarantines
                ? assertion with { Result = assertion.Result with { Quarantined = aside } }
                : assertion),
        ];
        return StepOutcome.Of(step.Name, [quarantine.Kept], rows) with
        {
            Status = StepStatus.Warned,
            Assertions = Results(counted),
            Warnings = Warnings(counted),
            Rejects = quarantine.Path,
        };
    }

    private static AssertionResult[] Results(IReadOnlyList<JudgedAssertion> judged) => [.. judged.Select(assertion => assertion.Result)];

    private static string[] Warnings(IReadOnlyList<JudgedAssertion> judged) =>
    [
        .. judged
            .Where(assertion => assertion.Result.Status != AssertionStatus.Passed && !assertion.Blocks)
            .Select(assertion => $"{assertion.Assertion.Name}: {assertion.Result.Message}{(assertion.Result.Quarantined > 0 ? $" {assertion.Result.Quarantined} rows were set aside." : "")}"),
    ];
}
