using System.Text.Json.Nodes;
using DataEngineer.Activities.Transform;
using DataEngineer.Definitions.Model;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Activities.Transform;

public sealed class TransformActivityTests : IDisposable
{
    private readonly StepBench _bench = new();

    [Fact]
    public async Task Query_OverAnInput_IsStagedWithRowsAndColumns()
    {
        _bench.Staged("orders", "SELECT range AS id, 'r' || range % 2 AS region FROM range(5)");
        var outcome = await RunAsync(["orders"], Steps.Query("daily", "select region, count(*) as n from orders group by region order by region"));
        Assert.Equal(["r0|3", "r1|2"], _bench.Rows(outcome));
        Assert.Equal(StepStatus.Succeeded, outcome.Status);
        Assert.Equal(new RowCounts(5, 2), outcome.Rows);
        var dataset = Assert.Single(outcome.Datasets);
        Assert.Equal("daily", dataset.Dataset);
        Assert.Equal(2, dataset.Rows);
        Assert.Equal([new Column("region", "VARCHAR"), new Column("n", "BIGINT")], dataset.Columns);
        Assert.Equal("staged/acme.orders.manual-0001.1/daily.transform.daily.0001.parquet", dataset.Path);
        Assert.Equal(new FileInfo(Path.Combine(_bench.Store.Location, dataset.Path)).Length, dataset.Bytes);
    }

    [Fact]
    public async Task Queries_ReadOneAnother_StagedOrNot()
    {
        _bench.Staged("orders", "SELECT range AS id FROM range(10)");
        var outcome = await RunAsync(
            ["orders"],
            Steps.Query("small", "select id from orders where id < 6; -- the first", staged: false),
            Steps.Query("even", "with s as (select * from small) select id from s where id % 2 = 0 order by id"),
            Steps.Query("top", "select max(id) as top from even"));
        Assert.Equal(["even", "top"], outcome.Datasets.Select(dataset => dataset.Dataset));
        Assert.Equal(["0", "2", "4"], _bench.Rows(outcome.Datasets[0].Path));
        Assert.Equal(["4"], _bench.Rows(outcome));
        Assert.Equal(2, _bench.Stored("staged/acme").Count);
    }

    [Theory]
    [InlineData("select n from a", "select n + 1 as n from a")]
    [InlineData("select n from a", "select x.n from a x join a y using (n)")]
    public async Task UnstagedQuery_WithManyReadersAndAParameter_GivesEachTheSame(string first, string second)
    {
        _bench.Variable("least", VariableType.Integer, JsonValue.Create(2)!);
        var outcome = await RunAsync(
            [],
            Steps.Query("a", "select range as n from range(5) where range >= $least", staged: false),
            Steps.Query("b", first),
            Steps.Query("c", second),
            Steps.Query("d", "select (select count(*) from a) + (select count(*) from b) + (select count(*) from c) as n"));
        Assert.Equal(["9"], _bench.Rows(outcome));
    }

    [Theory]
    [InlineData(VariableType.String, "\"it's\"", "VARCHAR", "it's")]
    [InlineData(VariableType.Integer, "9007199254740993", "BIGINT", "9007199254740993")]
    [InlineData(VariableType.Number, "1.5", "DOUBLE", "1.5")]
    [InlineData(VariableType.Boolean, "true", "BOOLEAN", "true")]
    [InlineData(VariableType.Date, "\"2026-01-31\"", "DATE", "2026-01-31")]
    [InlineData(null, "\"2026-01-31T00:00:00+01:00\"", "TIMESTAMP WITH TIME ZONE", "2026-01-30 23:00:00+00")]
    public async Task Parameter_HasTheTypeOfItsVariable(VariableType? type, string json, string engineType, string text)
    {
        _bench.Variable("value", type, JsonNode.Parse(json)!.AsValue());
        var outcome = await RunAsync([], Steps.Query("t", "select $value as v where $value is not null"));
        Assert.Equal([text], _bench.Rows(outcome));
        Assert.Equal(engineType, outcome.Datasets[0].Columns[0].Type);
    }

    [Fact]
    public async Task Parameters_AreBoundAndNeverText()
    {
        _bench.Variable("region", VariableType.String, JsonValue.Create("x' or 1=1 --")!);
        _bench.Staged("orders", "SELECT 'EU' AS region");
        var outcome = await RunAsync(["orders"], Steps.Query("t", "select region, '$region' as text from orders where region = $region -- $nothing"));
        Assert.Empty(_bench.Rows(outcome));
    }

    [Fact]
    public async Task IntervalBounds_FilterTimestampsAsWritten()
    {
        _bench.Variable("interval_start", null, JsonValue.Create("2026-01-01T00:00:00+00:00")!);
        _bench.Variable("interval_end", null, JsonValue.Create("2026-01-02T00:00:00+00:00")!);
        _bench.Staged("p", "SELECT TIMESTAMP '2026-01-01' + INTERVAL (range * 12) HOUR AS paid_at, DATE '2026-01-01' + range::INT AS day FROM range(4)");
        var outcome = await RunAsync(["p"], Steps.Query("t", "select paid_at from p where paid_at >= $interval_start and paid_at < $interval_end and day < $interval_end"));
        Assert.Equal(["2026-01-01 00:00:00"], _bench.Rows(outcome));
    }

    [Fact]
    public async Task Sums_KeepTheirDigits()
    {
        _bench.Staged("big", "SELECT 9223372036854775807 AS n FROM range(3)");
        var outcome = await RunAsync(["big"], Steps.Query("t", "select sum(n) as total, [sum(n)] as list, {'HUGEINT': sum(n)} as s from big"));
        Assert.Equal(["DECIMAL(38,0)", "DECIMAL(38,0)[]", "STRUCT(HUGEINT DECIMAL(38,0))"], outcome.Datasets[0].Columns.Select(column => column.Type.Replace("\"", "")));
        Assert.Equal(["27670116110564327421|[27670116110564327421]|{'HUGEINT': 27670116110564327421}"], _bench.Rows(outcome));
    }

    [Fact]
    public async Task ExoticValues_Survive()
    {
        const string Values = """
            '日本 😀 "q"' as u, '' as empty, null::varchar as nothing, {'a': [1, null], 'b': {'c': 'd'}} as nested, map {'k': 1.5::decimal(9, 3)} as m,
            1234567890.123456789::decimal(28, 9) as d, '2026-03-29 01:30:00+01'::timestamptz as z, '00ff'::blob as b, uuid '00000000-0000-0000-0000-000000000001' as id,
            interval 3 day as i, 'x'::enum('x', 'y') as e, 1 as "select", 2 as "with space", 3 as "qu""ote"
            """;
        _bench.Staged("src", $"SELECT {Values}");
        var outcome = await RunAsync(["src"], Steps.Query("t", "select * from src"));
        Assert.Equal(StepBench.Query($"SELECT {Values}"), _bench.Rows(outcome));
    }

    [Fact]
    public async Task WideDataset_KeepsFiveHundredColumnsInOrder()
    {
        var columns = string.Join(", ", Enumerable.Range(0, 500).Select(i => $"{i} AS c{i}"));
        _bench.Staged("wide", $"SELECT {columns}");
        var outcome = await RunAsync(["wide"], Steps.Query("t", "select * from wide"));
        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"c{i}"), outcome.Datasets[0].Columns.Select(column => column.Name));
    }

    [Theory]
    [InlineData("pivot orders on region using sum(id)")]
    [InlineData("from orders")]
    [InlineData("/* a ; b */ (select ';' as a, $$;$$ as b from orders) -- ;")]
    [InlineData("values (1), (2);;")]
    [InlineData("select E'\\')) to ''/tmp/x.csv''; --' as a")]
    public async Task Query_InEachForm_IsOneQuery(string sql)
    {
        _bench.Staged("orders", "SELECT 1 AS id, 'EU' AS region");
        var outcome = await RunAsync(["orders"], Steps.Query("t", sql));
        Assert.NotEmpty(_bench.Rows(outcome));
    }

    [Fact]
    public async Task SameInputTwice_GivesTheSameRows()
    {
        _bench.Staged("n", "SELECT range AS id FROM range(300000)");
        var step = Steps.Transform(["n"], Steps.Query("t", "select id, hash(id) % 97 as h from n where id % 3 = 0"));
        var first = await _bench.RunAsync(new TransformActivity(), step);
        var second = await _bench.RunAsync(new TransformActivity(), step);
        Assert.NotEqual(first.Datasets[0].Path, second.Datasets[0].Path);
        Assert.Equal(_bench.Rows(first), _bench.Rows(second));
    }

    [Fact]
    public async Task Cancelled_StopsTheEngineAndStagesNothing()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var step = Steps.Transform([], Steps.Query("t", "select count(*) as n from range(100000000) a, range(100000) b where (a.range * b.range) % 7 = 3"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _bench.DeliverAsync(new TransformActivity(), step, source.Token));
        Assert.Empty(_bench.Stored("staged/acme"));
    }

    [Fact]
    public async Task Progress_TellsStartAndEnd()
    {
        await RunAsync([], Steps.Query("t", "select * from range(7)"));
        Assert.Equal((0, 7), (_bench.Progress.Reports[0].Rows, _bench.Progress.Reports[^1].Rows));
        Assert.Equal(1, _bench.Progress.Reports[^1].Fraction);
    }

    public void Dispose() => _bench.Dispose();

    private Task<StepOutcome> RunAsync(IReadOnlyList<string> reads, params PlannedQuery[] queries) =>
        _bench.RunAsync(new TransformActivity(), Steps.Transform(reads, queries));
}
