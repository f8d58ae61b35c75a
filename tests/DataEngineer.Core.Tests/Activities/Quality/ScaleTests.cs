using DataEngineer.Runs;
using DataEngineer.Testing;
using static DataEngineer.Testing.Checks;

namespace DataEngineer.Core.Tests.Activities.Quality;

/// <summary>Unusual shapes: nothing in them, strange names, very many.</summary>
public sealed class ScaleTests
{
    [Fact]
    public async Task EmptyDataset_HoldsForRowsAndNotAsAWhole()
    {
        using var bench = new AssertBench()
            .With("d", "SELECT 1 AS a, 'x' AS b, DATE '2026-01-01' AS c WHERE false").With("other", "k", "(1)")
            .Assert(NotNull("a", "b")).Assert(Unique("a")).Assert(Unique("a", "b")).Assert(Accepted("b", "x")).Assert(Range("a", min: 0))
            .Assert(Pattern("b", "x")).Assert(Related("a", "other.k")).Assert(Sql("select * from d")).Assert(RowCount(min: 1)).Assert(Fresh("c", TimeSpan.FromDays(1)));
        var outcome = await bench.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 1, 1], outcome.Assertions.Select(result => result.FailedRows));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 1, 1], outcome.Assertions.Select(result => result.TotalRows));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("say \"hi\"")]
    [InlineData("it's")]
    [InlineData("select")]
    [InlineData("naïve ✓")]
    [InlineData("a.b;--")]
    public async Task ColumnName_OfAnyKind_IsJudged(string column)
    {
        var name = $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        using var bench = new AssertBench()
            .With("d", $"SELECT * FROM (VALUES ('a'), ('b'), ('a'), (NULL)) AS t({name})").With("other", $"SELECT 'b' AS {name}")
            .Assert(NotNull(column)).Assert(Unique(column)).Assert(Accepted(column, "a")).Assert(Pattern(column, "b")).Assert(Related(column, $"other.{column}"));
        var outcome = await bench.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal([1, 2, 1, 2, 2], outcome.Assertions.Select(result => result.FailedRows));
        Assert.Equal([1, 2, 1, 2, 2], outcome.Assertions.Select(result => bench.Read(result.Sample!).Count));
    }

    [Fact]
    public async Task TwoHundredAssertions_AreJudgedTogether()
    {
        var columns = string.Join(", ", Enumerable.Range(0, 50).Select(i => $"(i + {i}) % 60 AS c{i}"));
        using var bench = new AssertBench().With("d", $"SELECT {columns} FROM range(60) AS r(i)");
        for (var i = 0; i < 50; i++)
        {
            bench.Assert(NotNull($"c{i}")).Assert(Unique($"c{i}")).Assert(Range($"c{i}", min: 0, max: 59)).Assert(Range($"c{i}", max: i).When(errorIf: ">59"));
        }

        var outcome = await bench.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(StepStatus.Succeeded, outcome.Status);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => 59L - i), outcome.Assertions.Where((_, i) => i % 4 == 3).Select(result => result.FailedRows));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(100_000)]
    public async Task AcceptedValues_ListOfAnyLength_IsExact(int length)
    {
        using var bench = new AssertBench()
            .With("d", $"SELECT CASE WHEN i % 10 = 0 THEN NULL ELSE i END AS x, 'v' || i AS t FROM range({length + 5}) AS r(i)")
            .Assert(Accepted("x", [.. Enumerable.Range(0, length).Cast<object>()]))
            .Assert(Accepted("t", [.. Enumerable.Range(0, length).Select(i => $"v{i}")]));
        var outcome = await bench.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal([4, 5], outcome.Assertions.Select(result => result.FailedRows));
        Assert.Equal(Enumerable.Range(length, 5).Select(i => i % 10 == 0 ? $"null|v{i}" : $"{i}|v{i}"), bench.Read(outcome.Assertions[1].Sample!));
    }
}
