using DataEngineer.Definitions.Model;
using DataEngineer.Failures;
using DuckDB.NET.Data;

namespace DataEngineer.Connectors.Tests.Targets;

/// <summary>What is so only of a DuckDB file.</summary>
public sealed class DuckDbFileTests : IDisposable
{
    private readonly DuckDbBench _bench = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Load_WhenDone_LeavesNoLogBesideTheFile()
    {
        await _bench.LoadAsync(LoadCase.Append((1, 10)));
        Assert.Equal([_bench.File], Directory.GetFiles(Path.GetDirectoryName(_bench.File)!));
    }

    [Fact]
    public async Task Ledger_KeepsEveryLoad_AndWhatSupersededIt()
    {
        var load = LoadCase.Append((1, 10), (2, 20)) with { Table = "sales.orders", Token = "0007" };
        await _bench.LoadAsync(load);
        await _bench.LoadAsync(load.Again().WithRows((3, 30)));
        Assert.Equal(
            [
                "acme|orders_daily|20260228T230000Z|orders|acme.orders_daily.20260228T230000Z.1|acme.orders_daily.20260228T230000Z.1/orders|0007|sales.orders|append|2|2|0|0|0|2|true|acme.orders_daily.20260228T230000Z.2",
                "acme|orders_daily|20260228T230000Z|orders|acme.orders_daily.20260228T230000Z.2|acme.orders_daily.20260228T230000Z.2/orders|0001|sales.orders|append|1|1|0|0|2|1|true|NULL",
            ],
            _bench.Query("_dataeng.loads", "SELECT COLUMNS(*)::VARCHAR FROM (SELECT * REPLACE (loaded_at = TIMESTAMPTZ '2026-03-01 06:00:00+00' AS loaded_at) FROM @) ORDER BY 5"));
    }

    [Fact]
    public async Task LoadId_LeadsFromARowToItsLoad()
    {
        await _bench.LoadAsync(LoadCase.Append((1, 10)));
        await _bench.LoadAsync(LoadCase.Append((2, 20)) with { IntervalKey = "20260301T230000Z" });
        Assert.Equal(
            ["1|20260228T230000Z", "2|20260301T230000Z"],
            _bench.Query("orders", "SELECT o.id::VARCHAR, l.interval_key FROM @ AS o JOIN warehouse._dataeng.loads AS l ON l.load_id = o._load_id ORDER BY 1"));
    }

    [Fact]
    public async Task LoadId_IsNoColumnOfATableThatIsNeverAppendedTo()
    {
        await _bench.LoadAsync(LoadCase.Replace((1, 10)));
        Assert.Equal(["id", "amount"], _bench.Query("orders", "SELECT column_name FROM (DESCRIBE @)"));
    }

    [Fact]
    public async Task LoadId_AsAColumnOfTheDataset_IsRefused()
    {
        var failure = (await Assert.ThrowsAsync<StepFailedException>(() => _bench.LoadAsync(LoadCase.Append() with { Sql = "SELECT 1 AS id, 'x' AS _Load_Id" }))).Failure;
        Assert.Equal(("DE0811", FailureClass.Schema), (failure.Code, failure.Class));
        Assert.Equal("load 'orders' of acme.orders_daily: the dataset has a column '_Load_Id', which this target keeps for itself. Nothing was written.", failure.Message);
    }

    [Fact]
    public async Task Merge_MakesKeyColumnsNotNull()
    {
        await _bench.LoadAsync(LoadCase.Merge(MergeStrategy.Upsert, (1, 10)));
        Assert.Equal(["id|NO", "amount|YES"], _bench.Query("orders", "SELECT column_name, \"null\" FROM (DESCRIBE @)"));
    }

    [Fact]
    public async Task Table_MadeByHand_IsLoadedInto_AndItsConstraintsHold()
    {
        Prepare("CREATE TABLE orders (id INTEGER PRIMARY KEY, amount INTEGER CHECK (amount < 100)); INSERT INTO orders VALUES (1, 10), (2, 20)");
        var report = await _bench.LoadAsync(LoadCase.Merge(MergeStrategy.Upsert, (2, 21), (3, 30)));
        Assert.Equal((1, 1, 3), (report.Inserted, report.Updated, report.TableRows));
        Assert.Equal(["1|10", "2|21", "3|30"], _bench.Rows());

        var failure = (await Assert.ThrowsAsync<StepFailedException>(() => _bench.LoadAsync(LoadCase.Merge(MergeStrategy.Upsert, (4, 12345)).Again()))).Failure;
        Assert.Equal(("DE0817", FailureClass.Quality, false), (failure.Code, failure.Class, failure.Transient));
        Assert.DoesNotContain("12345", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["1|10", "2|21", "3|30"], _bench.Rows());
    }

    [Fact]
    public async Task View_OfTheTablesName_IsRefused()
    {
        Prepare("CREATE VIEW orders AS SELECT 1 AS id, 1 AS amount");
        var failure = (await Assert.ThrowsAsync<StepFailedException>(() => _bench.LoadAsync(LoadCase.Append((1, 10))))).Failure;
        Assert.Equal("DE0832", failure.Code);
        Assert.Equal($"load 'orders' of acme.orders_daily: 'orders' in {_bench.File} is a view. Allowed: a table, or a name that is still free.", failure.Message);
    }

    [Fact]
    public async Task Ledger_OfAnotherShape_IsRefused()
    {
        Prepare("CREATE SCHEMA _dataeng; CREATE TABLE _dataeng.loads (a INTEGER)");
        var failure = (await Assert.ThrowsAsync<StepFailedException>(() => _bench.LoadAsync(LoadCase.Append((1, 10))))).Failure;
        Assert.Equal(("DE0833", FailureClass.Infrastructure, false), (failure.Code, failure.Class, failure.Transient));
    }

    [Fact]
    public async Task File_InUseByAnotherProcess_IsATransientFailure()
    {
        await _bench.LoadAsync(LoadCase.Append((1, 10)));
        using var child = await LoadingChild.StartAsync(_bench, LoadCase.Append((2, 20)).Again(), Stop);
        var failure = (await Assert.ThrowsAsync<StepFailedException>(() => _bench.LoadAsync(LoadCase.Append((3, 30)).Again()))).Failure;
        Assert.Equal(("DE0812", FailureClass.Infrastructure, true), (failure.Code, failure.Class, failure.Transient));
        Assert.Contains($"the database file {_bench.File} is in use by another program", failure.Message, StringComparison.Ordinal);
        Assert.StartsWith("Close the other program", failure.Next, StringComparison.Ordinal);
        await child.KillAsync(Stop);
        Assert.Equal(["1|10"], _bench.Rows());
    }

    [Fact]
    public async Task File_ThatIsNoDatabase_IsATerminalFailure()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_bench.File)!);
        await File.WriteAllTextAsync(_bench.File, new string('x', 20_000), Stop);
        var failure = (await Assert.ThrowsAsync<StepFailedException>(() => _bench.LoadAsync(LoadCase.Append((1, 10))))).Failure;
        Assert.Equal(("DE0815", FailureClass.Infrastructure, false), (failure.Code, failure.Class, failure.Transient));
        Assert.StartsWith("Restore the file from a backup", failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_WithTooLittleMemory_IsAQuotaFailure()
    {
        var request = _bench.Request(LoadCase.Append() with { Sql = "SELECT i AS id, repeat(md5(i::VARCHAR), 40) AS text FROM range(60000) t(i)" }) with { Memory = new(4_000_000) };
        var failure = (await Assert.ThrowsAsync<StepFailedException>(() => _bench.Open().LoadAsync(request, Stop))).Failure;
        Assert.Equal(("DE0814", FailureClass.Quota, false), (failure.Code, failure.Class, failure.Transient));
        Assert.Equal(0, _bench.Count());
    }

    private void Prepare(string sql)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_bench.File)!);
        using var connection = new DuckDBConnection($"DataSource={_bench.File}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
