using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Testing;
using Microsoft.Extensions.Time.Testing;
using static DataEngineer.Testing.Checks;

namespace DataEngineer.Core.Tests.Activities.Quality;

/// <summary>row_count and freshness judge a dataset as a whole.</summary>
public sealed class DatasetRuleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(3L, null, 0)]
    [InlineData(4L, null, 1)]
    [InlineData(null, 3L, 0)]
    [InlineData(null, 2L, 1)]
    [InlineData(1L, 5L, 0)]
    [InlineData(0L, 0L, 1)]
    public async Task RowCount_AtItsBounds_HoldsOrNot(long? min, long? max, long failed)
    {
        using var bench = new AssertBench().With("d", "x", "(1), (2), (NULL)").Assert(RowCount(min, max));
        var result = await bench.JudgeOneAsync(TestContext.Current.CancellationToken);
        Assert.Equal((failed, 1L, (string?)null), (result.FailedRows, result.TotalRows, result.Sample));
    }

    [Fact]
    public async Task RowCount_TooFew_SaysHowManyThereAre()
    {
        using var bench = new AssertBench().With("d", "SELECT 1 AS x WHERE false").Assert(RowCount(1));
        Assert.Equal("the dataset has 0 rows; allowed are at least 1; error_if is >0.", (await bench.JudgeOneAsync(TestContext.Current.CancellationToken)).Message);
    }

    [Theory]
    [InlineData("TIMESTAMP", "('2026-01-31 10:00:00'), ('2020-01-01'), (NULL)", 2, 0)]
    [InlineData("TIMESTAMP", "('2026-01-31 09:59:59')", 2, 1)]
    [InlineData("TIMESTAMPTZ", "('2026-01-31 11:00:00+01')", 2, 0)]
    [InlineData("TIMESTAMPTZ", "('2026-01-31 10:59:59+01')", 2, 1)]
    [InlineData("DATE", "('2026-01-31')", 12, 0)]
    [InlineData("DATE", "('2026-01-31')", 11, 1)]
    [InlineData("TIMESTAMP_NS", "('2026-01-31 10:00:00')", 2, 0)]
    [InlineData("TIMESTAMP", "('2027-01-01')", 2, 0)]
    [InlineData("TIMESTAMP", "('infinity'), ('2026-01-31 11:00:00')", 2, 1)]
    [InlineData("TIMESTAMP", "(NULL)", 2, 1)]
    public async Task Freshness_ByType_MeasuresTheNewestValue(string type, string values, int hours, long failed)
    {
        using var bench = new AssertBench { Time = new FakeTimeProvider(Noon) }
            .With("d", $"SELECT CAST(x AS {type}) AS x FROM (VALUES {values}) AS t(x)")
            .Assert(Fresh("x", TimeSpan.FromHours(hours)));
        var result = await bench.JudgeOneAsync(TestContext.Current.CancellationToken);
        Assert.Equal((failed, 1L), (result.FailedRows, result.TotalRows));
    }

    [Fact]
    public async Task Freshness_RunWithAnInterval_IsMeasuredAtItsEnd()
    {
        var day = TimeSpan.FromDays(1);
        using var bench = new AssertBench { Time = new FakeTimeProvider(Noon), Interval = new RunInterval(Noon - 31 * day, Noon - 30 * day, "UTC") }
            .With("d", "SELECT TIMESTAMP '2026-01-01 10:00:00' AS x")
            .Assert(Fresh("x", TimeSpan.FromHours(2)));
        Assert.Equal(AssertionStatus.Passed, (await bench.JudgeOneAsync(TestContext.Current.CancellationToken)).Status);
    }

    [Theory]
    [InlineData("SELECT TIMESTAMP '2026-01-30 08:30:00' AS x", "the newest value of 'x' is 1d3h old; allowed is an age of at most 1d2h; error_if is >0.")]
    [InlineData("SELECT TIMESTAMP '2026-01-30 08:30:00' AS x WHERE false", "'x' has no value; the newest must be at most 1d2h old; error_if is >0.")]
    public async Task Freshness_NotFresh_TellsTheAge(string select, string message)
    {
        using var bench = new AssertBench { Time = new FakeTimeProvider(Noon) }.With("d", select).Assert(Fresh("x", TimeSpan.FromHours(26)));
        Assert.Equal(message, (await bench.JudgeOneAsync(TestContext.Current.CancellationToken)).Message);
    }

    [Fact]
    public async Task RowCount_PercentThreshold_IsOfTheOneDataset()
    {
        using var bench = new AssertBench().With("d", "SELECT i FROM range(1000) AS r(i)").Assert(RowCount(max: 10).When(errorIf: ">1%"));
        Assert.Equal(AssertionStatus.Failed, (await bench.JudgeOneAsync(TestContext.Current.CancellationToken)).Status);
    }
}
