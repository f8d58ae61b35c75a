using DataEngineer.Cli;
using DataEngineer.Cli.Summaries;
using DataEngineer.EndToEnd.Tests.Building;
using DataEngineer.Failures;
using DataEngineer.Runs;

namespace DataEngineer.EndToEnd.Tests.Summaries;

public sealed class RunSummaryTests
{
    [Fact]
    public void Tallies_CountStepsRowsAndAssertions()
    {
        var summary = Of(Some.Record(
            RunStatus.Partial,
            Some.Extract("a", 100, rejected: 3),
            Some.Extract("b", 50) with { Status = StepStatus.Reused },
            Some.Asserted("a", Some.Assertion("x", "a", AssertionStatus.Warned, quarantined: 5), Some.Assertion("y", "a", AssertionStatus.Passed)),
            Some.Load("a", "l", "t", 90, 2),
            StepOutcome.Failed("load.b", Some.Unreachable),
            StepOutcome.Skipped("load.c", "load.b")));
        Assert.Equal(new StepTally(6, 2, 1, 1, 1, 1), summary.Steps);
        Assert.Equal(new RowTally(150, 3, 5, 92), summary.Rows);
        Assert.Equal(new AssertionTally(1, 1, 0, 0), summary.Assertions);
        Assert.Equal("load.c", Assert.Single(summary.Skipped).Step);
        Assert.Equal(("load.b", FailureOwner.Devops), (Assert.Single(summary.Failures).Step, summary.Failures[0].Owner));
    }

    [Fact]
    public void WarningOfAFinding_IsNotSaidTwice()
    {
        var step = Some.Asserted("a", Some.Assertion("x", "a", AssertionStatus.Warned)) with { Warnings = ["x: 4 rows.", "z: something else."] };
        Assert.Equal("z: something else.", Assert.Single(Of(Some.Record(RunStatus.Warned, step)).Warnings).Message);
    }

    [Fact]
    public void RunThatCouldNotBePlanned_HasThatFailure()
    {
        var failure = Assert.Single(Of(Some.Record(RunStatus.Failed) with { Failure = Some.Unreachable }).Failures);
        Assert.Equal(("plan", "DE0905"), (failure.Step, failure.Code));
    }

    [Theory]
    [InlineData(RunStatus.Succeeded, 0)]
    [InlineData(RunStatus.Warned, 0)]
    [InlineData(RunStatus.Failed, 1)]
    [InlineData(RunStatus.Cancelled, 1)]
    [InlineData(RunStatus.Partial, 3)]
    public void ExitCode_FollowsTheStatus(RunStatus status, int code) => Assert.Equal(code, ExitCodes.Of(Some.Record(status)));

    [Theory]
    [InlineData("DE0904", 4)]
    [InlineData("DE0608", 4)]
    [InlineData("DE0813", 4)]
    [InlineData("DE0905", 1)]
    public void ExitCode_OfAFullDisk_IsTheEnvironments(string code, int exitCode) =>
        Assert.Equal(exitCode, ExitCodes.Of(Some.Record(RunStatus.Failed, StepOutcome.Failed("load.a", Some.Unreachable with { Code = code }))));

    private static RunSummary Of(RunRecord record) => RunSummary.Of(record, new CommandLines([]), path => path);
}
