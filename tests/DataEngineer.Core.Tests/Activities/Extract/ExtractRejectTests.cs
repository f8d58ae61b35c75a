using DataEngineer.Activities.Extract;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Values;
using DataEngineer.Failures;
using DataEngineer.Runs;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Activities.Extract;

public sealed class ExtractRejectTests : IDisposable
{
    private static readonly RejectsDefinition Borne = new() { ErrorIf = Limit(">=50%") };

    private readonly StepBench _bench = new();

    [Fact]
    public async Task CsvRows_ThatCannotBeRead_AreKeptWithFileAndLine()
    {
        _bench.File("in/a.csv", "id,name,amount\n1,Ann,1.5\n2,Bob\n3,Cy,x\n4,Di,4,5\n5,\"E\nd\",5\n6,Fay,six\nseven,Gus,7.5\n8,Hal,8\n9,Ida,9\n10,Jo,10\n");
        _bench.File("in/b.csv", [.. "id,name,amount\n11,K\n12,caf"u8, 0xE9, .. ",12\n13,Lou,13\n14,Mia,14\n15,Ned,15\n16,Oz,16\n17,Pam,17\n"u8]);
        var outcome = await RunAsync("in/*.csv", new() { ["id"] = "BIGINT", ["amount"] = "DOUBLE" });
        Assert.Equal(StepStatus.Warned, outcome.Status);
        Assert.Equal(new RowCounts(17, 10, 7), outcome.Rows);
        Assert.Equal(["1", "5", "8", "9", "10", "13", "14", "15", "16", "17"], _bench.Rows(outcome, "id"));
        Assert.Equal("runs/acme.orders.manual-0001.1/quarantine/orders.extract.orders.0001.parquet", outcome.Rejects);
        Assert.Equal(
            [
                "in/a.csv|3|NULL|too few fields|2,Bob",
                "in/a.csv|4|amount|does not fit DOUBLE|3,Cy,x",
                "in/a.csv|5|NULL|too many fields|4,Di,4,5",
                "in/a.csv|8|amount|does not fit DOUBLE|6,Fay,six",
                "in/a.csv|9|id|does not fit BIGINT|seven,Gus,7.5",
                "in/b.csv|2|NULL|too few fields|11,K",
                @"in/b.csv|3|NULL|the bytes are not UTF-8|12,caf\xE9,12",
            ],
            _bench.Rows(outcome.Rejects!));
        Assert.StartsWith("Extract 'orders': 7 of 17 rows could not be read and were set aside. First: in/a.csv(3): too few fields; in/a.csv(4) amount: does not fit DOUBLE; ", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyRejects_FailTheStepAndStageNothing()
    {
        _bench.File("o.csv", "id,name\n1,Ann\nsecret-id,Bob\n");
        var outcome = await _bench.RunAsync(new ExtractActivity(), Steps.Extract(new FileDefinition { Path = "o.csv" }, new Dictionary<string, string> { ["id"] = "BIGINT" }));
        var failure = outcome.Failure!;
        Assert.Equal((StepStatus.Failed, "DE0513", FailureClass.Quality, false), (outcome.Status, failure.Code, failure.Class, failure.Transient));
        Assert.Equal(
            "Extract 'orders': 1 of 2 rows could not be read and were set aside; rejects.error_if is >0. First: o.csv(3) id: does not fit BIGINT. "
            + "All are in runs/acme.orders.manual-0001.1/quarantine/orders.extract.orders.0001.parquet.",
            failure.Message);
        Assert.Equal("Have the data corrected, name fitting types under columns:, or bear them with rejects: {error_if: \">1%\"}.", failure.Next);
        Assert.Equal(["o.csv|3|id|does not fit BIGINT|secret-id,Bob"], _bench.Rows(outcome.Rejects!));
        Assert.True(outcome.Rows.IsBalanced);
        Assert.Empty(_bench.Stored("staged/"));
    }

    [Theory]
    [InlineData(">0", ">0", StepStatus.Failed)]
    [InlineData(">0", ">1", StepStatus.Warned)]
    [InlineData(">1", ">1", StepStatus.Succeeded)]
    [InlineData(">0", ">=10%", StepStatus.Failed)]
    [InlineData(">0", ">10%", StepStatus.Warned)]
    public async Task Thresholds_Decide(string warnIf, string errorIf, StepStatus status)
    {
        _bench.File("o.csv", "id\n1\n2\n3\n4\n5\n6\n7\n8\n9\nx\n");
        var step = Steps.Extract(new FileDefinition { Path = "o.csv" }, new Dictionary<string, string> { ["id"] = "BIGINT" }, new RejectsDefinition { WarnIf = Limit(warnIf), ErrorIf = Limit(errorIf) });
        var outcome = await _bench.RunAsync(new ExtractActivity(), step);
        Assert.Equal(status, outcome.Status);
        Assert.Single(_bench.Rows(outcome.Rejects!));
    }

    [Theory]
    [InlineData("1.7", "BIGINT", false)]
    [InlineData("1.0", "BIGINT", true)]
    [InlineData("1e3", "INTEGER", true)]
    [InlineData("1e-7", "BIGINT", false)]
    [InlineData("300", "TINYINT", false)]
    [InlineData("-1", "UINTEGER", false)]
    [InlineData("true", "BIGINT", false)]
    [InlineData("9223372036854775807", "BIGINT", true)]
    [InlineData("2026-02-30", "DATE", false)]
    [InlineData("yes", "BOOLEAN", true)]
    [InlineData("maybe", "BOOLEAN", false)]
    [InlineData("12345.678", "DECIMAL(5,2)", false)]
    [InlineData("not-a-uuid", "UUID", false)]
    public async Task DeclaredType_FitsOrRejects(string value, string type, bool fits)
    {
        _bench.File("o.csv", $"id,v\n1,{value}\n2,\n3,\n");
        _bench.File("o.ndjson", $$"""
            {"id": 1, "v": "{{value}}"}
            {"id": 2, "v": null}
            {"id": 3}
            """);
        foreach (var path in new[] { "o.csv", "o.ndjson" })
        {
            var outcome = await RunAsync(path, new() { ["v"] = type });
            Assert.Equal(fits ? 0 : 1, outcome.Rows.Quarantined);
            Assert.Equal(fits ? 3 : 2, outcome.Rows.Written);
        }
    }

    [Fact]
    public async Task RowWithSeveralErrors_CountsOnce()
    {
        _bench.File("o.csv", "a,b,c\n1,2,3\n4,5,6\nx,y,z\n");
        var outcome = await RunAsync("o.csv", new() { ["a"] = "BIGINT", ["b"] = "DATE", ["c"] = "DOUBLE" }, new RejectsDefinition { ErrorIf = Limit(">3") });
        Assert.Equal(3, outcome.Rows.Quarantined);
        Assert.Equal("o.csv|4|a, b, c|does not fit BIGINT|x,y,z", _bench.Rows(outcome.Rejects!)[^1]);
    }

    [Fact]
    public async Task QuoteThatIsNeverClosed_IsARejectAndNothingIsLostInSilence()
    {
        _bench.File("o.csv", "a,b\n1,2\n3,\"x\n4,5\n6,7\n");
        var outcome = await RunAsync("o.csv", [], new RejectsDefinition { ErrorIf = Limit(">3") });
        Assert.Equal(["o.csv|3|a quote is not closed, or something follows it"], _bench.Rows(outcome.Rejects!, "file, line, error"));
        Assert.Equal(["1|2"], _bench.Rows(outcome));
    }

    [Fact]
    public async Task NdjsonLines_ThatAreNoObjects_AreKeptWithFileAndLine()
    {
        _bench.File("in/a.ndjson", "{\"id\":1,\"n\":\"x\"}\n\n{\"id\":2,\n[3]\n{\"id\":4,\"id\":5}\n{\"id\":6,\"n\":\"y\"}\n");
        _bench.File("in/b.ndjson", [.. "{\"id\":7,\"n\":\"caf"u8, 0xE9, .. "\"}\n{\"id\":8,\"n\":\"z\"}\n{\"id\":9}\n{\"id\":10}"u8]);
        var outcome = await RunAsync("in/*.ndjson", []);
        Assert.Equal(["1|x", "6|y", "8|z", "9|NULL", "10|NULL"], _bench.Rows(outcome));
        Assert.Equal(new RowCounts(9, 5, 4), outcome.Rows);
        Assert.Equal(
            ["in/a.ndjson|3|malformed JSON", "in/a.ndjson|4|not a JSON object", "in/a.ndjson|5|a key is there twice", "in/b.ndjson|1|the bytes are not UTF-8"],
            _bench.Rows(outcome.Rejects!, "file, line, error"));
    }

    [Fact]
    public async Task JsonValues_ThatDoNotFit_AreKeptWithTheirNumber()
    {
        _bench.File("o.json", """[{"id": 1, "s": {"a": 1}}, {"id": 1.7, "s": {"a": 2}}, {"id": true, "s": {"a": 3}}, {"id": 4, "s": {"a": "x"}}, {"id": 5}, {"id": 6}, 7, {"id": 8}, {"id": 9}, {"id": 10}]""");
        var outcome = await RunAsync("o.json", new() { ["id"] = "BIGINT", ["s"] = "STRUCT(a INTEGER)" });
        Assert.Equal(["1|{'a': 1}", "5|NULL", "6|NULL", "8|NULL", "9|NULL", "10|NULL"], _bench.Rows(outcome));
        Assert.Equal(
            ["2|id|does not fit BIGINT", "3|id|does not fit BIGINT", "4|s|does not fit STRUCT(a INTEGER)", "7|NULL|not a JSON object"],
            _bench.Rows(outcome.Rejects!, "line, \"column\", error"));
    }

    [Fact]
    public async Task ParquetValues_ThatDoNotFit_AreKeptWithTheirNumber()
    {
        Directory.CreateDirectory(_bench.FilesFolder);
        StepBench.Query($"COPY (SELECT unnest(['1', 'x', '3', '4']) AS a, unnest([1.0::DOUBLE, 2, 3.5, 4]) AS b) TO '{_bench.FilesFolder}/o.parquet'");
        var outcome = await RunAsync("o.parquet", new() { ["a"] = "INTEGER", ["b"] = "INTEGER" }, new RejectsDefinition { ErrorIf = Limit(">2") });
        Assert.Equal(["1|1", "4|4"], _bench.Rows(outcome));
        Assert.Equal(["o.parquet|2|a|does not fit INTEGER", "o.parquet|3|b|does not fit INTEGER"], _bench.Rows(outcome.Rejects!, "file, line, \"column\", error"));
    }

    public void Dispose() => _bench.Dispose();

    private static Threshold Limit(string text) => Threshold.TryParse(text, out var limit) ? limit : throw new ArgumentException("Not a threshold.", nameof(text));

    private Task<StepOutcome> RunAsync(string path, Dictionary<string, string> columns, RejectsDefinition? rejects = null) =>
        _bench.RunAsync(new ExtractActivity(), Steps.Extract(new FileDefinition { Path = path }, columns, rejects ?? Borne));
}
