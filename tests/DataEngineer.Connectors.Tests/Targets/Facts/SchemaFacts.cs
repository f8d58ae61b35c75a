using DataEngineer.Definitions.Model;
using DataEngineer.Failures;

namespace DataEngineer.Connectors.Tests.Targets.Facts;

public abstract class SchemaFacts<TBench> : TargetFacts<TBench>
    where TBench : TargetBench, new()
{
    [Theory]
    [InlineData(WriteDisposition.Append)]
    [InlineData(WriteDisposition.Replace)]
    [InlineData(WriteDisposition.Merge)]
    public async Task Columns_InOtherOrderAndCase_GoByName(WriteDisposition disposition)
    {
        var load = LoadCase.Append() with { Sql = "SELECT 1 AS id, 'a' AS name, 10 AS amount", Disposition = disposition, Key = ["id"] };
        await Bench.LoadAsync(load);
        await Bench.LoadAsync(load.Again() with { Sql = "SELECT 20 AS Amount, 'b' AS NAME, 1 AS Id" });
        Assert.Equal(["1|b|20"], Bench.Rows(select: "id, name, amount"));
    }

    [Fact]
    public async Task Columns_Narrower_AreWidened()
    {
        await Bench.LoadAsync(LoadCase.Append() with { Sql = "SELECT 1::BIGINT AS a, 1.5::DOUBLE AS b, 1.25::DECIMAL(12,4) AS c, TIMESTAMP '2026-01-01' AS d, 'x' AS e" });
        await Bench.LoadAsync(LoadCase.Append() with
        {
            IntervalKey = "20260301T230000Z",
            Sql = "SELECT 2::INTEGER AS a, 2.5::FLOAT AS b, 2.5::DECIMAL(4,2) AS c, DATE '2026-01-02' AS d, UUID '4ac7a9e9-607c-4c8a-84f3-843f0191e3fd' AS e",
        });
        Assert.Equal(
            ["1|1.5|1.2500|2026-01-01 00:00:00|x", "2|2.5|2.5000|2026-01-02 00:00:00|4ac7a9e9-607c-4c8a-84f3-843f0191e3fd"],
            Bench.Rows());
        Assert.Equal(["BIGINT|DOUBLE|DECIMAL(12,4)|TIMESTAMP|VARCHAR"], Bench.Query("orders", "SELECT typeof(a), typeof(b), typeof(c), typeof(d), typeof(e) FROM @ LIMIT 1"));
    }

    [Theory]
    [InlineData("SELECT 1 AS id, 1 AS amount, 'x' AS note, 2 AS extra", "added: note VARCHAR, extra INTEGER")]
    [InlineData("SELECT 1 AS id", "missing: amount INTEGER")]
    [InlineData("SELECT 1::BIGINT AS id, 'x' AS amount", "changed: id BIGINT, table has INTEGER, amount VARCHAR, table has INTEGER")]
    [InlineData("SELECT 1.5::DOUBLE AS id, true AS paid", "added: paid BOOLEAN; missing: amount INTEGER; changed: id DOUBLE, table has INTEGER")]
    public async Task Columns_ThatDoNotFit_AreRefusedWithTheDifference(string sql, string difference)
    {
        await Bench.LoadAsync(LoadCase.Append((1, 10)));
        foreach (var disposition in new[] { WriteDisposition.Append, WriteDisposition.Replace, WriteDisposition.Merge })
        {
            var failure = await FailsAsync(LoadCase.Append().Again() with { Sql = sql, Disposition = disposition, Key = ["id"] });
            Assert.Equal(("DE0804", FailureClass.Schema, false), (failure.Code, failure.Class, failure.Transient));
            Assert.StartsWith("load 'orders' of acme.orders_daily: the dataset's columns do not fit table 'orders' in ", failure.Message, StringComparison.Ordinal);
            Assert.EndsWith($": {difference}. Allowed: the same columns by name, each with a type whose every value fits the table's type. Nothing was written.", failure.Message, StringComparison.Ordinal);
            Assert.Equal("Select and cast the columns in a transform so that they fit, or change the table, or load into a new one.", failure.Next);
        }

        Assert.Equal(["1|10"], Bench.Rows());
    }

    [Fact]
    public async Task StagedFile_WithOtherColumnsThanItsStepReported_Fails()
    {
        var failure = await FailsAsync(LoadCase.Append() with { Sql = "SELECT 1 AS a", StagedSql = "SELECT 1 AS b" });
        Assert.Equal("load 'orders' of acme.orders_daily: the staged file has the columns b; its step reported a. Nothing was written.", failure.Message);
        Assert.Equal(FailureClass.Internal, failure.Class);
    }

    [Theory]
    [InlineData("orders")]
    [InlineData("main.orders")]
    [InlineData("Sales.Orders_2026")]
    [InlineData("schéma.täble")]
    [InlineData("select.from")]
    [InlineData("warehouse.warehouse")]
    [InlineData("lake.order lines")]
    [InlineData("sales-eu.orders-v2")]
    public async Task TableName_OfAnyAllowedKind_Works(string table)
    {
        await Bench.LoadAsync(LoadCase.Append((1, 10)) with { Table = table });
        var report = await Bench.LoadAsync(LoadCase.Append((2, 20)).Again() with { Table = table });
        Assert.Equal((1, 1, 1), (report.Inserted, report.Deleted, report.TableRows));
        Assert.Equal(["2|20"], Bench.Rows(table));
    }

    [Fact]
    public async Task TableName_InOtherCase_IsTheSameTable()
    {
        await Bench.LoadAsync(LoadCase.Append((1, 10)) with { Table = "sales.orders" });
        var report = await Bench.LoadAsync(LoadCase.Append((2, 20)).Again() with { Table = "SALES.Orders" });
        Assert.Equal((1, 1), (report.Deleted, report.TableRows));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a.b.c")]
    [InlineData("a.")]
    [InlineData("../up")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a\"b")]
    [InlineData("1a")]
    [InlineData("a ")]
    [InlineData("a\n")]
    public async Task TableName_NotAllowed_IsADefinitionFailure(string table)
    {
        var failure = await FailsAsync(LoadCase.Append((1, 10)) with { Table = table });
        Assert.Equal(("DE0801", FailureClass.Definition, false), (failure.Code, failure.Class, failure.Transient));
        Assert.Equal(
            $"load 'orders' of acme.orders_daily: table '{table}' is not a table's name. Allowed: table or schema.table, each a letter or underscore followed by up to 62 letters, digits, underscores, hyphens or blanks.",
            failure.Message);
    }

    [Theory]
    [InlineData("_dataeng.loads")]
    [InlineData("_DATAENG.x")]
    [InlineData("information_schema.x")]
    [InlineData("pg_catalog.x")]
    public async Task TableName_InAReservedSchema_IsADefinitionFailure(string table)
    {
        var failure = await FailsAsync(LoadCase.Append((1, 10)) with { Table = table });
        Assert.Equal("DE0802", failure.Code);
        Assert.Equal(
            $"load 'orders' of acme.orders_daily: schema '{table.Split('.')[0]}' is reserved. Allowed: any schema but _dataeng, information_schema and pg_catalog.",
            failure.Message);
    }
}
