using DataEngineer.Testing;
using static DataEngineer.Testing.Checks;

namespace DataEngineer.Core.Tests.Activities.Quality;

/// <summary>unique counts every row that shares its key, whichever stage finds it.</summary>
public sealed class UniqueRuleTests
{
    [Theory]
    [InlineData("BIGINT", "(1), (2), (3)", 0, 3)]
    [InlineData("BIGINT", "(1), (2), (2), (2), (NULL), (NULL)", 3, 4)]
    [InlineData("BIGINT", "(9223372036854775807), (-9223372036854775808), (0), (0)", 2, 4)]
    [InlineData("TINYINT", "(-3), (-2), (-3)", 2, 3)]
    [InlineData("UBIGINT", "(18446744073709551615), (18446744073709551615)", 2, 2)]
    [InlineData("VARCHAR", "('a'), ('A'), ('a'), ('')", 2, 4)]
    [InlineData("DOUBLE", "('NaN'), ('NaN'), ('0.0'), ('-0.0')", 4, 4)]
    [InlineData("DECIMAL(12,2)", "(1.10), (1.1), (1.11)", 2, 3)]
    [InlineData("DATE", "('2026-01-01'), ('2026-01-02')", 0, 2)]
    [InlineData("BOOLEAN", "(true), (false), (true)", 2, 3)]
    [InlineData("INTEGER[]", "([1, 2]), ([1, 2]), ([2, 1])", 2, 3)]
    [InlineData("BIGINT", "(NULL), (NULL)", 0, 0)]
    public async Task Unique_ByType_CountsEveryRowThatShares(string type, string values, long failed, long total)
    {
        using var bench = new AssertBench().With("d", $"SELECT CAST(x AS {type}) AS x FROM (VALUES {values}) AS t(x)").Assert(Unique("x"));
        var result = await bench.JudgeOneAsync(TestContext.Current.CancellationToken);
        Assert.Equal((failed, total), (result.FailedRows, result.TotalRows));
    }

    [Theory]
    [InlineData("(1, 'a'), (1, 'b'), (2, 'a')", 0, 3)]
    [InlineData("(1, 'a'), (1, 'a'), (1, NULL), (1, NULL)", 2, 2)]
    [InlineData("(1, NULL), (NULL, 'a')", 0, 0)]
    public async Task Unique_SeveralColumns_JudgesRowsWithoutNulls(string values, long failed, long total)
    {
        using var bench = new AssertBench().With("d", "a, b", values).Assert(Unique("a", "b"));
        var result = await bench.JudgeOneAsync(TestContext.Current.CancellationToken);
        Assert.Equal((failed, total), (result.FailedRows, result.TotalRows));
    }

    [Fact]
    public async Task Unique_OneDuplicateInADenseKey_IsFound()
    {
        using var bench = new AssertBench().With("d", "SELECT CASE WHEN i = 70000 THEN 5 ELSE i END AS id FROM range(100000) AS r(i)").Assert(Unique("id"));
        var result = await bench.JudgeOneAsync(TestContext.Current.CancellationToken);
        Assert.Equal("2 of 100000 rows (0.01 %) share 'id' with another row; 1 value comes more than once; error_if is >0.", result.Message);
    }

    [Fact]
    public async Task Unique_ColumnsNamedLikeThoseOfTheQuery_AreJudged()
    {
        using var bench = new AssertBench()
            .With("d", "row_number, n, h, file_row_number", "(1, 1, 1, 9), (1, 1, 1, 9), (2, 1, 1, 9)")
            .Assert(Unique("n", "h", "row_number"))
            .Assert(Unique("file_row_number"));
        var outcome = await bench.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal([2, 3], outcome.Assertions.Select(result => result.FailedRows));
        Assert.Equal(["1|1|1|9", "1|1|1|9"], bench.Read(outcome.Assertions[0].Sample!));
    }
}
