using DataEngineer.Definitions.Model;
using DataEngineer.Failures;
using DataEngineer.Runs;
using DataEngineer.Testing;
using static DataEngineer.Testing.Checks;

namespace DataEngineer.Core.Tests.Activities.Quality;

/// <summary>What an assert step gives to the orchestration, by on_failure.</summary>
public sealed class OutcomeTests
{
    [Fact]
    public async Task AllHold_Succeeds_WithEveryResult()
    {
        using var bench = Orders().Assert(NotNull("id")).Assert(RowCount(1));
        var outcome = await bench.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal((StepStatus.Succeeded, 3L, 3L), (outcome.Status, outcome.Rows.Read, outcome.Rows.Written));
        Assert.Empty(outcome.Datasets);
        Assert.Empty(outcome.Warnings);
        Assert.Equal(["0 of 3 rows have no value in 'id'.", "the dataset has 3 rows; allowed are at least 1."], outcome.Assertions.Select(result => result.Message));
    }

    [Fact]
    public async Task OneBlocks_Fails_WithEveryResultAndTheFirstClass()
    {
        using var bench = Orders()
            .Assert(Unique("id"))
            .Assert(NotNull("region"), "region_known", FailureClass.BusinessRule)
            .Assert(Range("amount", min: 0), "no_refunds", FailureClass.Contract)
            .Assert(Pattern("region", "[A-Z]+").When(warnIf: ">0", errorIf: ">50%"), "upper_case");
        var outcome = await bench.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(StepStatus.Failed, outcome.Status);
        Assert.Equal([AssertionStatus.Passed, AssertionStatus.Failed, AssertionStatus.Failed, AssertionStatus.Warned], outcome.Assertions.Select(result => result.Status));
        Assert.Equal(
            new Failure(
                "DE0701",
                FailureClass.BusinessRule,
                Transient: false,
                """
                2 assertions do not hold of dataset 'orders':
                  acme/orders.yml(12): region_known: 1 of 3 rows (33.33 %) have no value in 'region'; error_if is >0.
                  acme/orders.yml(13): no_refunds: 1 of 3 rows (33.33 %) have a value in 'amount' below 0; error_if is >0.
                """,
                "Look at the failing rows with `dataeng runs show acme.orders.20260101T000000Z.1`, correct the source or the rule, and retry the run."),
            outcome.Failure);
        Assert.Equal(["upper_case: 1 of 2 rows (50 %) have a value in 'region' that does not match the pattern; warn_if is >0."], outcome.Warnings);
    }

    [Fact]
    public async Task OneBlocksAndOneQuarantines_SetsNothingAside()
    {
        using var bench = Orders().Assert(NotNull("region").On(FailureAction.Quarantine)).Assert(Range("amount", min: 0));
        var outcome = await bench.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal((StepStatus.Failed, 0L, (string?)null), (outcome.Status, outcome.Rows.Quarantined, outcome.Rejects));
        Assert.Empty(outcome.Datasets);
    }

    [Fact]
    public async Task Continue_Warns_AndKeepsTheResultFailed()
    {
        using var bench = Orders().Assert(NotNull("region").On(FailureAction.Continue));
        var outcome = await bench.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal((StepStatus.Warned, AssertionStatus.Failed, null), (outcome.Status, outcome.Assertions[0].Status, outcome.Failure));
        Assert.Equal(["a1: 1 of 3 rows (33.33 %) have no value in 'region'; error_if is >0."], outcome.Warnings);
    }

    [Fact]
    public async Task ManyBlock_NamesTheFirstTen()
    {
        using var bench = Orders();
        for (var i = 0; i < 12; i++)
        {
            bench.Assert(RowCount(min: 10));
        }

        var message = (await bench.RunAsync(TestContext.Current.CancellationToken)).Failure!.Message;
        Assert.StartsWith("12 assertions do not hold of dataset 'orders':", message, StringComparison.Ordinal);
        Assert.EndsWith("\n  and 2 more", message, StringComparison.Ordinal);
        Assert.Equal(12, message.Split('\n').Length);
    }

    [Fact]
    public async Task Sample_ManyFailingRows_KeepsTheFirstHundredOfTheFile()
    {
        using var bench = new AssertBench()
            .With("d", "SELECT i, i % 2 AS parity FROM range(5000) AS r(i)")
            .Assert(Accepted("parity", 0).On(FailureAction.Continue))
            .Assert(Unique("parity").On(FailureAction.Continue));
        var outcome = await bench.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{(2 * i) + 1}|1"), bench.Read(outcome.Assertions[0].Sample!));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{i}|{i % 2}"), bench.Read(outcome.Assertions[1].Sample!));
        Assert.Equal(RunPaths.Sample("acme.orders.20260101T000000Z.1", "a1", "t1"), outcome.Assertions[0].Sample);
    }

    [Fact]
    public async Task Sample_NameThatNoPathMayHold_IsWrittenUnderAPlainOne()
    {
        using var bench = Orders().Assert(NotNull("region").On(FailureAction.Continue), "not_null_orders_a/b: ../c");
        var sample = (await bench.JudgeOneAsync(TestContext.Current.CancellationToken)).Sample;
        Assert.Equal(RunPaths.Sample("acme.orders.20260101T000000Z.1", "not_null_orders_a_b_____c-1", "t1"), sample);
    }

    [Fact]
    public async Task Cancelled_Ends()
    {
        using var bench = Orders().Assert(NotNull("id"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.RunAsync(new CancellationToken(canceled: true)));
    }

    private static AssertBench Orders() =>
        new AssertBench().With("orders", "id, region, amount", "(1, 'EU', 5.00), (2, NULL, -1.00), (3, 'us', 7.50)");
}
