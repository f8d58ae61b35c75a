using System.IO.Compression;
using System.Text;
using DataEngineer.Activities.Extract;
using DataEngineer.Definitions.Model;
using DataEngineer.Runs;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Activities.Extract;

public sealed class ExtractJsonTests : IDisposable
{
    private readonly StepBench _bench = new();

    [Theory]
    [InlineData("o.json", "[{\"id\":1,\"n\":\"x\"},{\"id\":2,\"n\":null}]")]
    [InlineData("o.json", "[\n  {\n    \"id\": 1,\n    \"n\": \"x\"\n  },\n  {\"id\": 2}\n]\n")]
    [InlineData("o.json", "{\"id\":1,\"n\":\"x\"}\n{\"id\":2}")]
    [InlineData("o.ndjson", "{\"id\":1,\"n\":\"x\"}\n{\"id\":2,\"n\":null}\n")]
    [InlineData("o.jsonl", "{\"id\":1,\"n\":\"x\"}\r\n\r\n{\"n\":null,\"id\":2}")]
    [InlineData("o.ndjson", "\uFEFF{\"id\":1,\"n\":\"x\"}\n{\"id\":2}\n")]
    public async Task Layouts_GiveTheSameRows(string path, string text)
    {
        _bench.File(path, text);
        var outcome = await ReadAsync(path);
        Assert.Equal(["1|x", "2|NULL"], _bench.Rows(outcome));
        Assert.Equal(["BIGINT", "VARCHAR"], outcome.Datasets[0].Columns.Select(column => column.Type));
    }

    [Fact]
    public async Task SingleObject_IsOneRow()
    {
        _bench.File("o.json", "{\n \"id\": 1,\n \"n\": {\"a\": [1, 2]}\n}");
        Assert.Equal(["1|{'a': [1, 2]}"], _bench.Rows(await ReadAsync("o.json")));
    }

    [Fact]
    public async Task NestedValuesAndUnicode_Survive()
    {
        _bench.File("o.ndjson", "{\"t\":\"日本 😀\\u00e9\\n\",\"e\":\"\",\"l\":[{\"a\":1.5},null],\"d\":\"2026-01-31\",\"at\":\"2026-01-31T10:00:00Z\",\"big\":12345678901234567890123}\n");
        var outcome = await ReadAsync("o.ndjson", new() { ["big"] = "HUGEINT" });
        Assert.Equal(["日本 😀é\n||[{'a': 1.5}, NULL]|2026-01-31|2026-01-31 10:00:00|12345678901234567890123"], _bench.Rows(outcome));
    }

    [Theory]
    [InlineData("[{\"id\":1},{\"id\":2},")]
    [InlineData("[{\"id\":1},{\"id\":2},\n \t\r\n")]
    public async Task ArrayThatWasCutOffBehindAComma_IsRefused(string text)
    {
        _bench.File("o.json", text);
        var e = await Assert.ThrowsAsync<DataEngineer.Failures.StepFailedException>(() => ReadAsync("o.json"));
        Assert.Equal("DE0506", e.Failure.Code);
        Assert.Contains("o.json: the JSON array has no end; the file was cut off", e.Failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("o.ndjson", "\"rare\":7,", "id,rare,text")]
    [InlineData("o.ndjson", "\"deep\":{\"rare\":7},", "deep,id,text")]
    [InlineData("o.json", "\"rare\":7,", "id,rare,text")]
    public async Task KeyOfOneRowInALargeFile_IsNotDropped(string path, string extra, string columns)
    {
        const int Rows = 150_000;
        const int Rare = 71_234;
        var filler = new string('x', 100);
        var rows = Enumerable.Range(0, Rows).Select(i => $"{{{(i == Rare ? extra : extra.StartsWith("\"deep", StringComparison.Ordinal) ? "\"deep\":{\"usual\":1}," : "")}\"id\":{i},\"text\":\"{filler}\"}}");
        _bench.File(path, path.EndsWith(".json", StringComparison.Ordinal) ? $"[{string.Join(",\n", rows)}]" : string.Join('\n', rows));
        var outcome = await ReadAsync(path);
        Assert.Equal(Rows, outcome.Rows.Written);
        Assert.Equal(columns, string.Join(',', outcome.Datasets[0].Columns.Select(column => column.Name).Order(StringComparer.Ordinal)));
        Assert.Contains("rare", string.Join(' ', outcome.Datasets[0].Columns), StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeyThatComesLate_IsAColumn()
    {
        _bench.File("o.ndjson", string.Concat(Enumerable.Range(0, 30_000).Select(i => i == 29_999 ? "{\"id\":1.5,\"late\":true}\n" : $"{{\"id\":{i}}}\n")));
        var outcome = await ReadAsync("o.ndjson");
        Assert.Equal(["id DOUBLE", "late BOOLEAN"], outcome.Datasets[0].Columns.Select(column => $"{column.Name} {column.Type}"));
        Assert.Equal(30_000, outcome.Rows.Written);
    }

    [Fact]
    public async Task FilesWithDifferentKeys_AreUnitedByName()
    {
        _bench.File("in/a.ndjson", "{\"id\":1}\n");
        _bench.File("in/b.ndjson", "{\"id\":2.5,\"x\":null}\n");
        _bench.File("in/c.ndjson", "{\"x\":\"v\",\"id\":null}\n");
        Assert.Equal(["1.0|NULL", "2.5|NULL", "NULL|v"], _bench.Rows(await ReadAsync("in/*.ndjson")));
    }

    [Fact]
    public async Task DeclaredKeyThatNoRowHas_IsAColumnOfNulls()
    {
        _bench.File("o.ndjson", "{\"id\":1}\n");
        Assert.Equal(["1|NULL"], _bench.Rows(await ReadAsync("o.ndjson", new() { ["coupon"] = "VARCHAR" })));
    }

    [Fact]
    public async Task FiveHundredKeys_AreColumns()
    {
        _bench.File("o.ndjson", "{" + string.Join(',', Enumerable.Range(0, 500).Select(i => $"\"k {i}\":{i}")) + "}\n");
        Assert.Equal(500, (await ReadAsync("o.ndjson")).Datasets[0].Columns.Count);
    }

    [Fact]
    public async Task GzipOfSeveralMembers_IsReadWhole()
    {
        _bench.File("o.ndjson.gz", [.. Zip("{\"id\":1}\n"), .. Zip("{\"id\":2}\n")]);
        Assert.Equal(["1", "2"], _bench.Rows(await ReadAsync("o.ndjson.gz")));
    }

    [Fact]
    public async Task EmptyArray_WithColumns_IsAnEmptyDataset()
    {
        _bench.File("o.json", "[]");
        var outcome = await ReadAsync("o.json", new() { ["id"] = "BIGINT" });
        Assert.Equal((0, "id BIGINT"), (outcome.Datasets[0].Rows, $"{outcome.Datasets[0].Columns[0].Name} {outcome.Datasets[0].Columns[0].Type}"));
    }

    [Fact]
    public async Task Parquet_IsUnitedByName()
    {
        Directory.CreateDirectory(Path.Combine(_bench.FilesFolder, "day=1"));
        StepBench.Query($"COPY (SELECT 1::INT AS id, 'x' AS n) TO '{_bench.FilesFolder}/day=1/a.parquet'");
        StepBench.Query($"COPY (SELECT 'y' AS n, 2.5::DECIMAL(4,1) AS d, 3::BIGINT AS id) TO '{_bench.FilesFolder}/day=1/b.parquet'");
        var outcome = await ReadAsync("day=1/*.parquet");
        Assert.Equal(["1|x|NULL", "3|y|2.5"], _bench.Rows(outcome));
        Assert.Equal(["BIGINT", "VARCHAR", "DECIMAL(4,1)"], outcome.Datasets[0].Columns.Select(column => column.Type));
    }

    public void Dispose() => _bench.Dispose();

    private static byte[] Zip(string text)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return zipped.ToArray();
    }

    private Task<StepOutcome> ReadAsync(string path, Dictionary<string, string>? columns = null) =>
        _bench.RunAsync(new ExtractActivity(), Steps.Extract(new FileDefinition { Path = path }, columns));
}
