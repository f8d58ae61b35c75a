using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Values;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Testing;
using static DataEngineer.Testing.Checks;

namespace DataEngineer.Core.Tests.Activities.Quality;

/// <summary>When an assertion warns and when it fails.</summary>
public sealed class ThresholdTests
{
    [Theory]
    [InlineData(AssertSeverity.Error, null, null, null, ">0")]
    [InlineData(AssertSeverity.Error, ">0", null, ">0", ">0")]
    [InlineData(AssertSeverity.Error, ">0", ">1%", ">0", ">1%")]
    [InlineData(AssertSeverity.Error, null, ">=10", null, ">=10")]
    [InlineData(AssertSeverity.Warn, null, null, ">0", null)]
    [InlineData(AssertSeverity.Warn, ">5", null, ">5", null)]
    [InlineData(AssertSeverity.Warn, null, ">10", ">0", null)]
    [InlineData(AssertSeverity.Warn, ">5", ">10", ">5", null)]
    public void Apply_BySeverity_DecidesWhatApplies(AssertSeverity severity, string? warnIf, string? errorIf, string? warns, string? fails)
    {
        var applied = AssertionThresholds.Apply(new AssertDefinition { Severity = severity }.When(warnIf, errorIf));
        Assert.Equal((warns, fails), (applied.WarnIf?.ToString(), applied.ErrorIf?.ToString()));
        Assert.Equal(applied, AssertionThresholds.Apply(applied));
    }

    [Theory]
    [InlineData(1, null, ">1", AssertionStatus.Passed)]
    [InlineData(2, null, ">1", AssertionStatus.Failed)]
    [InlineData(1, null, ">=1", AssertionStatus.Failed)]
    [InlineData(0, null, ">=0", AssertionStatus.Passed)]
    [InlineData(1, null, ">1%", AssertionStatus.Passed)]
    [InlineData(2, null, ">1%", AssertionStatus.Failed)]
    [InlineData(1, null, ">=1%", AssertionStatus.Failed)]
    [InlineData(1, ">0", ">1%", AssertionStatus.Warned)]
    [InlineData(2, ">0", ">1%", AssertionStatus.Failed)]
    [InlineData(0, ">0", ">1%", AssertionStatus.Passed)]
    [InlineData(100, null, ">100%", AssertionStatus.Passed)]
    public async Task Status_AtTheBounds_FollowsCountsAndPercents(int failing, string? warnIf, string? errorIf, AssertionStatus status)
    {
        using var bench = new AssertBench()
            .With("d", $"SELECT CASE WHEN i < {failing} THEN -1 ELSE i END AS x FROM range(100) AS r(i) UNION ALL SELECT NULL FROM range(900)")
            .Assert(Range("x", min: 0).When(warnIf, errorIf));
        Assert.Equal(status, (await bench.JudgeOneAsync(TestContext.Current.CancellationToken)).Status);
    }

    [Fact]
    public async Task Status_SeverityWarn_NeverFails()
    {
        using var bench = new AssertBench().With("d", "x", "(1), (1)").Assert(Unique("x") with { Severity = AssertSeverity.Warn, ErrorIf = Threshold.AnyRow });
        var outcome = await bench.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal((StepStatus.Warned, AssertionStatus.Warned), (outcome.Status, outcome.Assertions[0].Status));
        Assert.Equal(["a1: 2 of 2 rows (100 %) share 'x' with another row; 1 value comes more than once; warn_if is >0."], outcome.Warnings);
    }
}
