using System.IO.Compression;
using System.Text;
using DataEngineer.Activities.Extract;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Values;
using DataEngineer.Failures;
using DataEngineer.Plans;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Activities.Extract;

public sealed class ExtractFailureTests : IDisposable
{
    private static readonly byte[] Zipped = Zip(string.Concat(Enumerable.Range(0, 5000).Select(i => $"{{\"id\":{i * 7919}}}\n")));

    private readonly StepBench _bench = new();

    public static TheoryData<string, byte[], string, string, FailureClass, string> Failures => new()
    {
        { "o.csv", [], "o.csv", "DE0503", FailureClass.MissingData, "Extract 'orders': o.csv is empty (0 bytes); a CSV file without rows has its header line." },
        { "o.csv.gz", Zip(""), "o.csv.gz", "DE0503", FailureClass.MissingData, "Extract 'orders': o.csv.gz is empty (0 bytes); a CSV file without rows has its header line." },
        { "o.csv", [1], "p.csv", "DE0501", FailureClass.MissingData, "Extract 'orders': connection 'files' has no file 'p.csv'." },
        { "o.csv", [1], "in/*.csv", "DE0502", FailureClass.MissingData, "Extract 'orders': no file of connection 'files' matches 'in/*.csv'." },
        { "o.dat", [1], "o.dat", "DE0504", FailureClass.Definition, "Extract 'orders': the ending of o.dat tells no format; known are .csv, .tsv, .txt, .json, .ndjson, .jsonl, these also with .gz, and .parquet." },
        { "o.csv.gz", "id,n\n1,x\n"u8.ToArray(), "o.csv.gz", "DE0506", FailureClass.Quality, "Extract 'orders': o.csv.gz: it is not a whole gzip file." },
        { "o.ndjson.gz", Zipped[..^1000], "o.ndjson.gz", "DE0506", FailureClass.Quality, "Extract 'orders': o.ndjson.gz: it is not a whole gzip file." },
        { "o.ndjson.gz", Zipped[..^1], "o.ndjson.gz", "DE0506", FailureClass.Quality, "Extract 'orders': o.ndjson.gz: it is not a whole gzip file." },
        { "o.ndjson.gz", Zipped[..12], "o.ndjson.gz", "DE0506", FailureClass.Quality, "Extract 'orders': o.ndjson.gz: it is not a whole gzip file." },
        { "o.json", "[{\"id\":1},\n{\"id\":2}"u8.ToArray(), "o.json", "DE0506", FailureClass.Quality, "Extract 'orders': o.json(2,9): malformed JSON after row 2." },
        { "o.json", "[]"u8.ToArray(), "o.json", "DE0507", FailureClass.MissingData, "Extract 'orders': o.json has no rows, and JSON without rows has no columns." },
        { "o.parquet", "PAR1 not really"u8.ToArray(), "o.parquet", "DE0506", FailureClass.Quality, "Extract 'orders': o.parquet: it is not a whole Parquet file." },
        { "o.csv", "id,name,ID\n1,x,2\n"u8.ToArray(), "o.csv", "DE0512", FailureClass.Schema, "Extract 'orders': o.csv has column 'ID' twice (upper and lower case are one)." },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task BadFile_IsClassedAndNamed(string file, byte[] content, string path, string code, FailureClass failureClass, string message)
    {
        _bench.File(file, content);
        var failure = await FailureOfAsync(new FileDefinition { Path = path });
        Assert.Equal(message, failure.Message);
        Assert.Equal((code, failureClass, false), (failure.Code, failure.Class, failure.Transient));
        Assert.NotNull(failure.Next);
        Assert.Empty(_bench.Stored(""));
    }

    [Fact]
    public async Task MissingFile_SuggestsANeighbour()
    {
        _bench.File("orders.csv", "id\n1\n");
        Assert.Equal("Did you mean 'orders.csv'?", (await FailureOfAsync(new FileDefinition { Path = "order.csv" })).Next);
    }

    [Fact]
    public async Task FilesOfTwoFormats_AreRefused()
    {
        _bench.File("in/a.csv", "id\n1\n");
        _bench.File("in/b.json", "[]");
        Assert.Equal("Extract 'orders': in/a.csv and in/b.json have different formats; one extract reads one.", (await FailureOfAsync(new FileDefinition { Path = "in/*" })).Message);
    }

    [Fact]
    public async Task UnknownDeclaredColumn_SuggestsOne()
    {
        _bench.File("o.csv", "id,amount\n1,2\n");
        var failure = await FailureOfAsync(new FileDefinition { Path = "o.csv" }, ("amuont", "DOUBLE"));
        Assert.Equal("Extract 'orders': columns names 'amuont', which no file has; they have id, amount.", failure.Message);
        Assert.Equal(("DE0508", FailureClass.Schema, "Did you mean 'amount'?"), (failure.Code, failure.Class, failure.Next));
    }

    [Theory]
    [InlineData("BIGIT")]
    [InlineData("INT) FROM read_text('/etc/passwd'")]
    [InlineData("INT; DROP TABLE x")]
    public async Task UnknownType_IsADefinitionFailure(string type)
    {
        _bench.File("o.csv", "id\n1\n");
        var failure = await FailureOfAsync(new FileDefinition { Path = "o.csv" }, ("id", type));
        Assert.Equal($"Extract 'orders': column 'id' has type '{type}', which is not a type of DuckDB.", failure.Message);
        Assert.Equal(("DE0509", FailureClass.Definition), (failure.Code, failure.Class));
    }

    [Theory]
    [InlineData("csv", "id\n1\n", "id\nabc\n")]
    [InlineData("ndjson", "{\"id\":1}", "{\"id\":\"abc\"}")]
    public async Task TypesThatDoNotAgree_NameBothFiles(string format, string one, string other)
    {
        _bench.File($"in/a.{format}", one);
        _bench.File($"in/b.{format}", other);
        var failure = await FailureOfAsync(new FileDefinition { Path = $"in/*.{format}" });
        Assert.Equal($"Extract 'orders': column 'id' is BIGINT in in/a.{format} and VARCHAR in in/b.{format}.", failure.Message);
        Assert.Equal(("DE0511", FailureClass.Schema, "Name its type under columns:, for example {id: VARCHAR}."), (failure.Code, failure.Class, failure.Next));
        Assert.Equal(2, (await _bench.RunAsync(new ExtractActivity(), Steps.Extract(
            new FileDefinition { Path = $"in/*.{format}" }, new Dictionary<string, string> { ["id"] = "VARCHAR" }))).Rows.Written);
    }

    [Theory]
    [InlineData(TextEncoding.Utf16, new byte[] { 0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x00, 0xD8, 0x61, 0 }, 2, "utf_16")]
    [InlineData(TextEncoding.Utf16, new byte[] { 0x61, 0, 0x0A, 0, 0x61 }, 2, "utf_16")]
    [InlineData(TextEncoding.Windows1252, new byte[] { 0x61, 0x0A, 0x0A, 0x81 }, 3, "windows_1252")]
    public async Task WrongEncoding_NamesFileAndLine(TextEncoding encoding, byte[] content, int line, string name)
    {
        _bench.File("o.csv", content);
        var failure = await FailureOfAsync(new FileDefinition { Path = "o.csv", Encoding = encoding });
        Assert.Equal($"Extract 'orders': o.csv({line}): the bytes are not {name}; nothing was replaced or dropped.", failure.Message);
        Assert.Equal(("DE0510", FailureClass.Quality), (failure.Code, failure.Class));
    }

    [Fact]
    public async Task Nothing_WhereAllowed_IsAnEmptyTypedDataset()
    {
        _bench.File("empty.csv", []);
        foreach (var path in new[] { "missing.csv", "none/*.csv", "empty.csv" })
        {
            var outcome = await _bench.RunAsync(new ExtractActivity(), Steps.Extract(
                new FileDefinition { Path = path, AllowEmpty = true }, new Dictionary<string, string> { ["id"] = "BIGINT", ["day"] = "DATE" }));
            Assert.Equal([new Column("id", "BIGINT"), new Column("day", "DATE")], outcome.Datasets[0].Columns);
            Assert.Equal(0, outcome.Datasets[0].Rows);
        }
    }

    [Fact]
    public async Task TooLittleMemory_IsAQuotaFailure()
    {
        _bench.File("o.ndjson", "{\"id\":1}\n");
        _bench.Memory = new ByteSize(1_000_000);
        var failure = await FailureOfAsync(new FileDefinition { Path = "o.ndjson" });
        Assert.Equal(("DE0607", FailureClass.Quota), (failure.Code, failure.Class));
    }

    [Fact]
    public async Task Cancelled_StagesNothing()
    {
        _bench.File("o.csv", "id\n1\n");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _bench.DeliverAsync(new ExtractActivity(), Steps.Extract(new FileDefinition { Path = "o.csv" }), new CancellationToken(canceled: true)));
        Assert.Empty(_bench.Stored(""));
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

    private Task<Failure> FailureOfAsync(FileDefinition file, params (string Column, string Type)[] columns) =>
        _bench.FailureOfAsync(new ExtractActivity(), Steps.Extract(file, columns.ToDictionary(column => column.Column, column => column.Type)));
}
