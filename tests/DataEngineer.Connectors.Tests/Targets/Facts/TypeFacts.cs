using DataEngineer.Definitions.Model;

namespace DataEngineer.Connectors.Tests.Targets.Facts;

public abstract class TypeFacts<TBench> : TargetFacts<TBench>
    where TBench : TargetBench, new()
{
    [Theory]
    [InlineData("true")]
    [InlineData("(-128)::TINYINT")]
    [InlineData("(-32768)::SMALLINT")]
    [InlineData("(-2147483648)::INTEGER")]
    [InlineData("(-9223372036854775808)::BIGINT")]
    [InlineData("255::UTINYINT")]
    [InlineData("65535::USMALLINT")]
    [InlineData("4294967295::UINTEGER")]
    [InlineData("18446744073709551615::UBIGINT")]
    [InlineData("99999999999999999999999999999999999999::DECIMAL(38,0)")]
    [InlineData("12.34::DECIMAL(4,2)")]
    [InlineData("(-123456789012345678.123456789)::DECIMAL(38,9)")]
    [InlineData("0.1::FLOAT")]
    [InlineData("'NaN'::DOUBLE")]
    [InlineData("'-Infinity'::DOUBLE")]
    [InlineData("0.1::DOUBLE")]
    [InlineData("''")]
    [InlineData("'naïve – 日本語 🚲 ''quoted'' \"double\" \\ '")]
    [InlineData("'line' || chr(10) || 'line' || chr(9) || chr(0) || 'end'")]
    [InlineData("'\\x00\\xFF\\x27'::BLOB")]
    [InlineData("DATE '2026-02-28'")]
    [InlineData("DATE '0001-01-01'")]
    [InlineData("TIME '23:59:59.999999'")]
    [InlineData("TIMESTAMP '2026-02-28 12:34:56.789012'")]
    [InlineData("TIMESTAMP_NS '2026-02-28 12:34:56.789012345'")]
    [InlineData("TIMESTAMPTZ '2026-03-29 02:30:00+01'")]
    [InlineData("INTERVAL '1 month 2 days 3 seconds'")]
    [InlineData("UUID '4ac7a9e9-607c-4c8a-84f3-843f0191e3fd'")]
    [InlineData("[1, NULL, 3]")]
    [InlineData("[]::VARCHAR[]")]
    [InlineData("[[1], [], NULL]")]
    [InlineData("{'a': 1, 'b c': {'d': ['x']}}")]
    [InlineData("MAP {'a': 1, 'b': NULL}")]
    [InlineData("'{\"a\": [1, {\"b\": null}]}'::JSON")]
    public async Task Value_OfEveryType_ComesBackAsItWas(string value)
    {
        var load = LoadCase.Append() with { Sql = $"SELECT 1 AS id, {value} AS v UNION ALL SELECT 2, NULL" };
        var read = $"SELECT id::VARCHAR, CASE WHEN v IS NULL THEN 'null' WHEN v IS NOT DISTINCT FROM {value} AND typeof(v) = typeof({value}) THEN 'same' ELSE 'other' END FROM @ ORDER BY id";
        await Bench.LoadAsync(load);
        Assert.Equal(["1|same", "2|null"], Bench.Query("orders", read));

        await Bench.LoadAsync(load with { Step = "upsert", Disposition = WriteDisposition.Merge, Key = ["id"] });
        Assert.Equal(["1|same", "2|null"], Bench.Query("orders", read));
    }

    [Theory]
    [InlineData("170141183460469231731687303715884105::HUGEINT", "170141183460469231731687303715884105::DECIMAL(38,0)")]
    [InlineData("42::HUGEINT", "42::DOUBLE")]
    [InlineData("'b'::ENUM('a', 'b')", "'b'")]
    [InlineData("TIMESTAMP_S '2026-02-28 12:34:56'", "TIMESTAMP '2026-02-28 12:34:56'")]
    public async Task Value_OfATypeThatParquetStagesAsAnother_ComesBackEqual(string value, string staged)
    {
        var load = LoadCase.Append() with { Sql = $"SELECT {value} AS v", StagedSql = $"SELECT {staged} AS v" };
        await Bench.LoadAsync(load);
        await Bench.LoadAsync(load.Again());
        Assert.Equal(["1"], Bench.Query("orders", $"SELECT count(*)::VARCHAR FROM @ WHERE v = {value}"));
    }

    [Fact]
    public async Task HugeInteger_StagedWithLossOfDigits_Fails()
    {
        var failure = await FailsAsync(LoadCase.Append() with { Sql = "SELECT 9007199254740994::HUGEINT AS v", StagedSql = "SELECT 9007199254740994::DOUBLE AS v" });
        Assert.Equal("DE0810", failure.Code);
        Assert.Equal(
            "load 'orders' of acme.orders_daily: column 'v' is a HUGEINT, which Parquet keeps as DOUBLE, and 1 rows hold numbers beyond 2^53 that it cannot keep exactly. Nothing was written.",
            failure.Message);
    }

    [Fact]
    public async Task Columns_ThreeHundred_AreAllLoaded()
    {
        var load = LoadCase.Merge(MergeStrategy.Upsert) with { Sql = "SELECT 1 AS id, " + string.Join(", ", Enumerable.Range(0, 299).Select(i => $"{i} AS c{i}")) };
        await Bench.LoadAsync(load);
        await Bench.LoadAsync(load.Again());
        Assert.Equal(["1|0|298"], Bench.Rows(select: "id, c0, c298"));
    }

    [Theory]
    [InlineData("select")]
    [InlineData("two words")]
    [InlineData("with \"quotes\"")]
    [InlineData("with 'apostrophe'; drop table orders; --")]
    [InlineData("Größe 日本")]
    [InlineData("a.b")]
    [InlineData("filename")]
    [InlineData("t")]
    [InlineData("n")]
    [InlineData("{0}")]
    [InlineData("$run")]
    public async Task ColumnName_OfAnyKind_Works(string name)
    {
        var quoted = Engine.Sql.Name(name);
        var load = LoadCase.Merge(MergeStrategy.Upsert) with { Sql = $"SELECT 1 AS {quoted}, 10 AS amount", Key = [name] };
        await Bench.LoadAsync(load);
        await Bench.LoadAsync(load.Again() with { Sql = $"SELECT unnest([1, 2]) AS {quoted}, 11 AS amount" });
        Assert.Equal(["1|11", "2|11"], Bench.Rows(select: $"{quoted}, amount"));
        Assert.Equal(2, (await Bench.LoadAsync(load.Again().Again() with { Disposition = WriteDisposition.Append, Sql = $"SELECT unnest([7, 8]) AS {quoted}, 1 AS amount" })).Inserted);
    }

    [Fact]
    public async Task Rows_AHundredThousand_AreAllMerged()
    {
        var load = LoadCase.Merge(MergeStrategy.Upsert) with { Sql = "SELECT i AS id, 'old' AS state FROM range(100000) t(i)" };
        await Bench.LoadAsync(load);
        var report = await Bench.LoadAsync(load.Again() with { Sql = "SELECT i * 2 AS id, 'new' AS state FROM range(100000) t(i)" });
        AssertCounts(report, read: 100_000, inserted: 50_000, updated: 50_000, unchanged: 0, deleted: 0, tableRows: 150_000);
        Assert.Equal(["100000|50000|150000"], Bench.Query("orders", "SELECT count_if(state = 'new')::VARCHAR, count_if(state = 'old')::VARCHAR, count(DISTINCT id)::VARCHAR FROM @"));
    }
}
