using System.Text.Json.Nodes;
using DataEngineer.Connectors.Lake;
using DataEngineer.Definitions.Model;
using DataEngineer.Failures;

namespace DataEngineer.Connectors.Tests.Targets;

/// <summary>What is so only of a lake: its files, and who may still need them.</summary>
public sealed class LakeFolderTests : IDisposable
{
    private readonly LakeBench _bench = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Folder => _bench.TableFolder();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Manifest_TellsColumnsFilesAndLoads()
    {
        await _bench.LoadAsync(LoadCase.Merge(MergeStrategy.Upsert, (1, 10), (2, 20)) with { Token = "0007" });
        var manifest = Manifest();
        Assert.Equal((1, "orders", 2), ((int)manifest["version"]!, (string)manifest["table"]!, (int)manifest["rows"]!));
        Assert.Equal(
            """[{"name":"id","type":"INTEGER","nullable":false},{"name":"amount","type":"INTEGER","nullable":true}]""",
            manifest["columns"]!.ToJsonString());
        var file = manifest["files"]!.AsArray().Single()!;
        Assert.Equal("data/acme.orders_daily.20260228T230000Z.1.orders.0007.1-0.parquet", (string)file["path"]!);
        Assert.Equal(new FileInfo(Path.Combine(Folder, (string)file["path"]!)).Length, (long)file["bytes"]!);
        Assert.Equal(
            """{"customer":"acme","pipeline":"orders_daily","interval_key":"20260228T230000Z","step":"orders","run":"acme.orders_daily.20260228T230000Z.1","load_id":"acme.orders_daily.20260228T230000Z.1/orders","fencing_token":"0007","table":"orders","write_disposition":"merge","rows_read":2,"inserted":2,"updated":0,"unchanged":0,"deleted":0,"table_rows":2,"loaded_at":"2026-03-01T06:00:00+00:00","superseded_by":null}""",
            manifest["loads"]!.AsArray().Single()!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task Merge_WritesOnlyTheFilesThatHoldKnownKeysAgain()
    {
        await _bench.LoadAsync(LoadCase.Append((1, 10), (2, 20)));
        await _bench.LoadAsync(LoadCase.Append((3, 30), (4, 40)) with { IntervalKey = "20260301T230000Z" });
        await _bench.LoadAsync(LoadCase.Append((5, 50)) with { IntervalKey = "20260302T230000Z" });
        var before = Files();
        await _bench.LoadAsync(LoadCase.Merge(MergeStrategy.Upsert, (3, 31), (5, 51), (6, 60)) with { Step = "corrections" });
        var after = Files();
        Assert.Equal([before[0]], after.Intersect(before));
        Assert.Equal(["1|10", "2|20", "3|31", "4|40", "5|51", "6|60"], _bench.Rows());
        Assert.Equal(3, after.Count);
    }

    [Fact]
    public async Task FilesThatLeftTheTable_StayForAnHour()
    {
        await _bench.LoadAsync(LoadCase.Replace((1, 10)));
        var old = Files()[0];
        await _bench.LoadAsync(LoadCase.Replace((2, 20)).Again());
        Assert.True(File.Exists(Path.Combine(Folder, old)));

        await _bench.LoadAsync(LoadCase.Replace((3, 30)).Again().Again() with { At = TargetBench.Now.AddMinutes(59) });
        Assert.True(File.Exists(Path.Combine(Folder, old)));

        await _bench.LoadAsync(LoadCase.Replace((4, 40)) with { Attempt = 4, At = TargetBench.Now.AddMinutes(60) });
        Assert.False(File.Exists(Path.Combine(Folder, old)));
        Assert.DoesNotContain(old, Manifest()["removed"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["4|40"], _bench.Rows());
    }

    [Fact]
    public async Task FilesOfACrashedDelivery_GoWhenTheLoadIsDone()
    {
        await Assert.ThrowsAsync<CrashException>(() => _bench.LoadAsync(LoadCase.Append((1, 10)), () => throw new CrashException()));
        Assert.Single(DataFiles());
        await _bench.LoadAsync(LoadCase.Append((1, 10)).Redelivered());
        Assert.Equal([Path.GetFileName(Files()[0])], DataFiles());
    }

    [Fact]
    public async Task FilesOfOtherLoads_StayWhileTheyMayStillBecomePartOfTheTable()
    {
        await _bench.LoadAsync(LoadCase.Append((1, 10)));
        var orphan = Path.Combine(Folder, "data", "acme.other.20260101T000000Z.1.orders.0001.1-0.parquet");
        await File.WriteAllTextAsync(orphan, "left behind", Stop);
        File.SetLastWriteTimeUtc(orphan, TargetBench.Now.UtcDateTime);

        await _bench.LoadAsync(LoadCase.Append((2, 20)).Again() with { At = TargetBench.Now + LakeSweep.OrphanAge - TimeSpan.FromMinutes(1) });
        Assert.True(File.Exists(orphan));
        await _bench.LoadAsync(LoadCase.Append((3, 30)).Again().Again() with { At = TargetBench.Now + LakeSweep.OrphanAge });
        Assert.False(File.Exists(orphan));
        Assert.Equal(["3|30"], _bench.Rows());
    }

    [Fact]
    public async Task OtherLoadsInBetween_AreBuiltUpon()
    {
        await _bench.LoadAsync(LoadCase.Append((1, 10)));
        var store = new RemoteStore(_bench.Store)
        {
            BeforeWrite = number => number > 2 ? Task.CompletedTask : _bench.LoadAsync(LoadCase.Append((number + 1, 0)) with { IntervalKey = $"other-{number}" }),
        };
        var report = await new LakeTarget(store, LakeBench.Root).LoadAsync(_bench.Request(LoadCase.Merge(MergeStrategy.Upsert, (1, 11), (2, 22)) with { Step = "late" }), Stop);
        Assert.Equal((2, 0, 3), (report.Updated, report.Inserted, report.TableRows));
        Assert.Equal(["1|11", "2|22", "3|0"], _bench.Rows());
        Assert.All(DataFiles().Where(file => file.Contains(".late.", StringComparison.Ordinal)), file => Assert.Contains(".0001.3-", file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task OtherLoadsInBetween_EveryTime_AreATransientFailure()
    {
        var store = new RemoteStore(_bench.Store)
        {
            BeforeWrite = number => _bench.LoadAsync(LoadCase.Append((number, 0)) with { IntervalKey = $"other-{number}" }),
        };
        var request = _bench.Request(LoadCase.Append((9, 90)) with { Step = "late" });
        var failure = (await Assert.ThrowsAsync<StepFailedException>(() => new LakeTarget(store, LakeBench.Root).LoadAsync(request, Stop))).Failure;
        Assert.Equal(("DE0841", FailureClass.Infrastructure, true), (failure.Code, failure.Class, failure.Transient));
        Assert.Equal(
            "load 'late' of acme.orders_daily: other loads changed table 'orders' in container acme/targets/lake/main/orders during each of 5 tries. Nothing was written.",
            failure.Message);
        Assert.Equal(5, _bench.Count());
        Assert.DoesNotContain(DataFiles(), file => file.Contains(".late.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SameLoad_DoneByAnotherProcessInBetween_IsFoundDone()
    {
        var load = LoadCase.Append((1, 10));
        var store = new RemoteStore(_bench.Store) { BeforeWrite = _ => _bench.LoadAsync(load.Redelivered()) };
        var report = await new LakeTarget(store, LakeBench.Root).LoadAsync(_bench.Request(load), Stop);
        Assert.True(report.AlreadyDone);
        Assert.Equal(["1|10"], _bench.Rows());
    }

    [Theory]
    [InlineData("{ not json", "line 1, $")]
    [InlineData("""{"version": 1, "table": "orders"}""", "line 1, $")]
    [InlineData("null", "line 1, $")]
    public async Task Manifest_ThatCannotBeRead_IsATerminalFailure(string text, string where)
    {
        await _bench.LoadAsync(LoadCase.Append((1, 10)));
        await File.WriteAllTextAsync(Path.Combine(Folder, "manifest.json"), text, Stop);
        var failure = (await Assert.ThrowsAsync<StepFailedException>(() => _bench.LoadAsync(LoadCase.Append((2, 20)).Again()))).Failure;
        Assert.Equal(("DE0843", FailureClass.Infrastructure, false), (failure.Code, failure.Class, failure.Transient));
        Assert.Equal($"The manifest targets/lake/main/orders/manifest.json in {_bench.Store.Location} cannot be read: {where}. Nothing was written.", failure.Message);
    }

    [Fact]
    public async Task Manifest_OfALaterVersion_IsATerminalFailure()
    {
        await _bench.LoadAsync(LoadCase.Append((1, 10)));
        var path = Path.Combine(Folder, "manifest.json");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path, Stop)).Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal), Stop);
        var failure = (await Assert.ThrowsAsync<StepFailedException>(() => _bench.LoadAsync(LoadCase.Append((2, 20)).Again()))).Failure;
        Assert.Equal("DE0844", failure.Code);
        Assert.EndsWith(" has version 2. Allowed: 1. Nothing was written.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataFile_ThatIsGone_IsATerminalFailure()
    {
        await _bench.LoadAsync(LoadCase.Append((1, 10)));
        File.Delete(Path.Combine(Folder, Files()[0]));
        var failure = (await Assert.ThrowsAsync<StepFailedException>(() => _bench.LoadAsync(LoadCase.Merge(MergeStrategy.Upsert, (1, 11)) with { Step = "more" }))).Failure;
        Assert.Equal(("DE0842", FailureClass.MissingData, false), (failure.Code, failure.Class, failure.Transient));
    }

    private JsonNode Manifest() => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "manifest.json")))!;

    private List<string> Files() => [.. Manifest()["files"]!.AsArray().Select(file => (string)file!["path"]!)];

    private List<string> DataFiles() => [.. Directory.GetFiles(Path.Combine(Folder, "data")).Select(file => Path.GetFileName(file))];
}
