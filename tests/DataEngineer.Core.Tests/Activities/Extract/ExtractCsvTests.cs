using System.Text;
using DataEngineer.Activities.Extract;
using DataEngineer.Definitions.Model;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Activities.Extract;

public sealed class ExtractCsvTests : IDisposable
{
    private readonly StepBench _bench = new();

    [Fact]
    public async Task File_IsStagedWithTypesFound()
    {
        _bench.File("o.csv", "id,name,amount,day,at,flag\n1,Ann,1.5,2026-01-31,2026-01-31 10:00:00,true\n2,,2,2026-02-01,2026-02-01 11:30:00,false\n");
        var outcome = await ReadAsync("o.csv");
        Assert.Equal(["1|Ann|1.5|2026-01-31|2026-01-31 10:00:00|true", "2|NULL|2.0|2026-02-01|2026-02-01 11:30:00|false"], _bench.Rows(outcome));
        Assert.Equal(["BIGINT", "VARCHAR", "DOUBLE", "DATE", "TIMESTAMP", "BOOLEAN"], outcome.Datasets[0].Columns.Select(column => column.Type));
        Assert.Equal((StepStatus.Succeeded, new RowCounts(2, 2)), (outcome.Status, outcome.Rows));
        Assert.Equal("staged/acme.orders.manual-0001.1/orders.extract.orders.0001.parquet", outcome.Datasets[0].Path);
        Assert.Equal((0, 2, 1), (_bench.Progress.Reports[0].Rows, _bench.Progress.Reports[^1].Rows, _bench.Progress.Reports[^1].Fraction));
        Assert.Empty(_bench.Stored("runs/"));
    }

    public static TheoryData<string, CsvDefinition, string[]> Dialects => new()
    {
        { "a;b\n1;x\n", new(), ["1|x"] },
        { "a|b\n1|x\n", new(), ["1|x"] },
        { "a\tb\n1\tx\n", new(), ["1|x"] },
        { "a\tb\n1\tx\n", new() { Delimiter = "\\t" }, ["1|x"] },
        { "a||b\n1||x\n", new() { Delimiter = "||" }, ["1|x"] },
        { "a,b\r\n1,x\r\n2,y\r\n", new(), ["1|x", "2|y"] },
        { "a,b\r1,x\r2,y\r", new(), ["1|x", "2|y"] },
        { "a,b\r\n1,x\r\n2,y\n3,\"p\nq\"\r\n", new(), ["1|x", "2|y", "3|p\nq"] },
        { "a,b\n1,x", new(), ["1|x"] },
        { "\uFEFFa,b\n1,x\n", new(), ["1|x"] },
        { "a,b\n1,\"x,y\"\n2,\"q\"\"r\"\n3,\"l\nm\"\n", new(), ["1|x,y", "2|q\"r", "3|l\nm"] },
        { "a,b\n1,'x,y'\n", new() { Quote = "'" }, ["1|x,y"] },
        { "a,b\n1,\"x\\\"y\"\n", new() { Escape = "\\" }, ["1|x\"y"] },
        { "a,b\n1,5\" pipe\n", new(), ["1|5\" pipe"] },
        { "a,b\n1,\"x\n", new() { Quote = "" }, ["1|\"x"] },
        { "1,x\n2,y\n", new() { Header = false }, ["1|x", "2|y"] },
        { "a report\nof today\na,b\n1,x\n", new() { SkipRows = 2 }, ["1|x"] },
        { "a,b\n1,x\n# note\n2,y\n", new() { Comment = "#" }, ["1|x", "2|y"] },
        { "a,b\n#1,x\n", new(), ["#1|x"] },
        { "a,b\n1,NA\n2,\n3,x\n", new() { NullValues = ["NA", ""] }, ["1|NULL", "2|NULL", "3|x"] },
        { "a,b\n1,\"\"\n2,\n3, \n", new(), ["1|NULL", "2|NULL", "3| "] },
        { "a,b\n31-01-2026,x\n", new() { DateFormat = "%d-%m-%Y" }, ["2026-01-31|x"] },
        { "a,b\n31/01/2026,x\n", new(), ["2026-01-31|x"] },
        { "a,b\n31-01-2026 10h,x\n", new() { TimestampFormat = "%d-%m-%Y %Hh" }, ["2026-01-31 10:00:00|x"] },
        { "a;b\n1,5;x\n", new() { DecimalSeparator = "," }, ["1.5|x"] },
        { "a,b\n1,x\n2\n", new() { PadRaggedRows = true }, ["1|x", "2|NULL"] },
        { "only\n1\n\n3\n", new(), ["1", "NULL", "3"] },
        { "a,b\n\n1,x\n\n", new(), ["1|x"] },
        { "with space,\"quo\"\"ted\",select,ünï\n1,2,3,4\n", new(), ["1|2|3|4"] },
    };

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Dialect_IsRead(string text, CsvDefinition csv, string[] rows)
    {
        _bench.File("o.csv", text);
        Assert.Equal(rows, _bench.Rows(await ReadAsync("o.csv", csv)));
    }

    /// <summary>A first row that cannot be read sends the file down the careful path, which must read all others the same.</summary>
    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Dialect_WithOneBadRow_IsReadTheSame(string text, CsvDefinition csv, string[] rows)
    {
        _bench.File("o.csv", text);
        _bench.File("z.csv", text + (text[^1] is '\r' ? "\r" : "\n") + "1" + string.Concat(Enumerable.Repeat(csv.Delimiter?.Replace("\\t", "\t") ?? (text.Contains('\t') ? "\t" : text.Contains(';') ? ";" : text.Contains("a|") ? "|" : ","), 9)) + "9\n");
        var outcome = await ReadAsync("z.csv", csv, rejects: new RejectsDefinition { ErrorIf = new(default, 1000, IsPercent: false) });
        Assert.Equal(rows, _bench.Rows(outcome).Take(rows.Length));
        Assert.Equal(1, outcome.Rows.Quarantined);
    }

    public static TheoryData<TextEncoding, byte[]> Encodings => new()
    {
        { TextEncoding.Utf8, Encoding.UTF8.GetBytes("id,n\n1,café €\n") },
        { TextEncoding.Utf8, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("id,n\n1,café €\n")] },
        { TextEncoding.Utf16, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("id,n\n1,café €\n")] },
        { TextEncoding.Utf16, [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("id,n\n1,café €\n")] },
        { TextEncoding.Utf16, Encoding.Unicode.GetBytes("id,n\n1,café €\n") },
        { TextEncoding.Utf8, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("id,n\n1,café €\n")] },
        { TextEncoding.Windows1252, [.. "id,n\n1,caf"u8, 0xE9, (byte)' ', 0x80, (byte)'\n'] },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Encoding_IsHonoured(TextEncoding encoding, byte[] content)
    {
        _bench.File("o.csv", content);
        Assert.Equal(["1|café €"], _bench.Rows(await _bench.RunAsync(new ExtractActivity(), Steps.Extract(new FileDefinition { Path = "o.csv", Encoding = encoding }))));
    }

    [Fact]
    public async Task Latin1_KeepsEveryByte()
    {
        _bench.File("o.csv", [.. "id,n\n1,"u8, 0xE9, 0xA4, (byte)'\n']);
        Assert.Equal(["1|é¤"], _bench.Rows(await _bench.RunAsync(new ExtractActivity(), Steps.Extract(new FileDefinition { Path = "o.csv", Encoding = TextEncoding.Latin1 }))));
    }

    [Fact]
    public async Task HeaderOnly_IsAnEmptyDatasetWithItsColumns()
    {
        _bench.File("o.csv", "id,name\n");
        var outcome = await ReadAsync("o.csv", columns: new() { ["id"] = "BIGINT" });
        Assert.Equal([new Column("id", "BIGINT"), new Column("name", "VARCHAR")], outcome.Datasets[0].Columns);
        Assert.Equal(new RowCounts(0, 0), outcome.Rows);
    }

    [Fact]
    public async Task SeveralFiles_AreUnitedByName()
    {
        _bench.File("in/a.csv", "id,name\n1,Ann\n");
        _bench.File("in/b.csv", "NAME;extra;id\nBob;x;2.5\n");
        _bench.File("in/c.csv", "id,name\n");
        _bench.File("in/d.csv", "id,name\n,Dan\n");
        var outcome = await ReadAsync("in/*.csv");
        Assert.Equal(["1.0|Ann|NULL", "2.5|Bob|x", "NULL|Dan|NULL"], _bench.Rows(outcome));
        Assert.Equal(["id", "name", "extra"], outcome.Datasets[0].Columns.Select(column => column.Name));
    }

    [Fact]
    public async Task Dates_AreReadAlikeInAllFilesAndOnBothPaths()
    {
        _bench.File("in/a.csv", "d,n\n31/01/2026,1\n");
        _bench.File("in/b.csv", "d,n\n01/02/2026,2\n");
        Assert.Equal(["2026-01-31|1", "2026-02-01|2"], _bench.Rows(await ReadAsync("in/*.csv")));
        _bench.File("in/c.csv", "d,n\n03/04/2026,3\n05/06/2026\n");
        var outcome = await ReadAsync("in/*.csv", rejects: new RejectsDefinition { ErrorIf = new(default, 1, IsPercent: false) });
        Assert.Equal(["2026-01-31|1", "2026-02-01|2", "2026-04-03|3"], _bench.Rows(outcome));
    }

    [Fact]
    public async Task Declared_TypesAreUsedAndHugeIntegersKept()
    {
        _bench.File("o.csv", "id,zip,amount,when,huge\n1.0,0123,1.255,2026-01-01T10:00:00+02:00,99999999999999999999999\n");
        var outcome = await ReadAsync("o.csv", columns: new() { ["id"] = "int", ["zip"] = "text", ["amount"] = "DECIMAL(12, 2)", ["when"] = "TIMESTAMPTZ", ["huge"] = "HUGEINT" });
        Assert.Equal(["1|0123|1.26|2026-01-01 08:00:00+00|99999999999999999999999"], _bench.Rows(outcome));
        Assert.Equal(["INTEGER", "VARCHAR", "DECIMAL(12,2)", "TIMESTAMP WITH TIME ZONE", "DECIMAL(38,0)"], outcome.Datasets[0].Columns.Select(column => column.Type));
    }

    [Fact]
    public async Task TypeThatHoldsForTheSampleOnly_IsWidenedAndNoRowIsLost()
    {
        var text = new StringBuilder("id,a,b,c\n");
        for (var i = 0; i < 40_000; i++)
        {
            text.Append(i).Append(i == 39_000 ? ",1.5,n/a,later\n" : $",{i},{i},2026-01-01\n");
        }

        _bench.File("o.csv", text.ToString());
        var outcome = await ReadAsync("o.csv");
        Assert.Equal(new RowCounts(40_000, 40_000), outcome.Rows);
        Assert.Equal(["BIGINT", "DOUBLE", "VARCHAR", "VARCHAR"], outcome.Datasets[0].Columns.Select(column => column.Type));
        Assert.Equal(["39000|1.5|n/a|later"], StepBench.Query($"SELECT * FROM '{Path.Combine(_bench.Store.Location, outcome.Datasets[0].Path)}' WHERE id = 39000"));
    }

    [Fact]
    public async Task WideFile_KeepsFiveHundredColumns()
    {
        _bench.File("o.csv", string.Join(',', Enumerable.Range(0, 500).Select(i => $"c{i}")) + "\n" + string.Join(',', Enumerable.Range(0, 500)) + "\n");
        var outcome = await ReadAsync("o.csv");
        Assert.Equal([string.Join('|', Enumerable.Range(0, 500))], _bench.Rows(outcome));
    }

    [Fact]
    public async Task SameFileTwice_GivesTheSameRowsInTheSameOrder()
    {
        _bench.File("o.csv", "id,v\n" + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"{i},{i * 7919 % 1000}\n")));
        Assert.Equal(_bench.Rows(await ReadAsync("o.csv")), _bench.Rows(await ReadAsync("o.csv")));
    }

    [Fact]
    public async Task FileNameThatLooksLikeAGlob_IsItself()
    {
        _bench.File("o[1].csv", "id,n\n1,x\n");
        Assert.Equal(["1|x"], _bench.Rows(await ReadAsync("o[1].csv")));
    }

    public void Dispose() => _bench.Dispose();

    private Task<StepOutcome> ReadAsync(string path, CsvDefinition? csv = null, Dictionary<string, string>? columns = null, RejectsDefinition? rejects = null) =>
        _bench.RunAsync(new ExtractActivity(), Steps.Extract(new FileDefinition { Path = path, Csv = csv ?? new() }, columns, rejects));
}
