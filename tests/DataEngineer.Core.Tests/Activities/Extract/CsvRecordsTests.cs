using System.Text;
using DataEngineer.Activities.Extract.Csv;
using DataEngineer.Definitions.Model;
using DataEngineer.Plans;
using DataEngineer.Activities.Extract;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Activities.Extract;

public sealed class CsvRecordsTests
{
    [Theory]
    [InlineData("a,b\nc,d\n", "1:a,b 2:c,d")]
    [InlineData("a,b\r\nc,d", "1:a,b 2:c,d")]
    [InlineData("a\rb\r", "1:a 2:b")]
    [InlineData("\"a\nb\",c\nd\n", "1:\"a\nb\",c 3:d")]
    [InlineData("\"a\r\nb\",c\r\nd\r\n", "1:\"a\r\nb\",c 3:d")]
    [InlineData("\"a\"\"\nb\"\nc\n", "1:\"a\"\"\nb\" 3:c")]
    [InlineData("x\"y\nz\n", "1:x\"y 2:z")]
    [InlineData("x,\"y\nz\",\"\n", "1:x,\"y\nz\",\"\n")]
    [InlineData("\n\na\n", "1: 2: 3:a")]
    [InlineData("", "")]
    public void Next_SplitsOutsideQuotes(string text, string records) =>
        Assert.Equal(records, string.Join(' ', Split(text, '"', '"', ",")));

    [Theory]
    [InlineData("\"a\\\"\nb\"\nc\n", '"', '\\', ",", "1:\"a\\\"\nb\" 3:c")]
    [InlineData("'a\nb'\nc\n", '\'', '\'', ",", "1:'a\nb' 3:c")]
    [InlineData("\"a\nb\"\n", '\0', '\0', ",", "1:\"a 2:b\"")]
    [InlineData("a||\"b\nc\"\n|\"d\ne\n", '"', '"', "||", "1:a||\"b\nc\" 3:|\"d 4:e")]
    public void Next_FollowsTheDialect(string text, char quote, char escape, string delimiter, string records) =>
        Assert.Equal(records, string.Join(' ', Split(text, quote, escape, delimiter)));

    [Fact]
    public void Next_QuoteNeverClosedInALongFile_IsGivenUp()
    {
        var text = "a,\"b\n" + string.Concat(Enumerable.Repeat("0123456789\n", 500_000));
        Assert.Equal("1:a,\"b", Split(text, '"', '"', ",").First());
    }

    [Fact]
    public void Numbered_PutsFileAndLineBeforeEachRecord()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["in.csv"], [.. "title\nid,n\r\n# c\n1,\"x\ny\"\n\n2,"u8, 0xE9, .. "\n3,z"u8]);
        using var unreadable = new UnreadableRows(folder["unreadable.ndjson"]);
        var shape = new CsvShape(",", "\"", "\"", Header: true, null, null, [new Column("id", "BIGINT"), new Column("n", "VARCHAR")], HasRows: true);
        new NumberedCsv(shape, new CsvDefinition { SkipRows = 1, Comment = "#" }, 7, unreadable).Write(folder["in.csv"], folder["out.csv"], CancellationToken.None);
        Assert.Equal("title\n7,0,id,n\n# c\n7,4,1,\"x\ny\"\n\n7,8,3,z\n", File.ReadAllText(folder["out.csv"]));
        Assert.Equal(1, unreadable.Count);
    }

    [Fact]
    public void Unreadable_ShowsBytesThatAreNoText()
    {
        using var folder = new TemporaryFolder();
        using (var unreadable = new UnreadableRows(folder["u.ndjson"]))
        {
            unreadable.Add(1, 2, "bad", [.. "caf"u8, 0xE9, .. " é\"\\"u8]);
        }

        Assert.Equal("""{"file":1,"line":2,"error":"bad","row":"caf\\xE9 é\"\\"}""", File.ReadAllText(folder["u.ndjson"]).Trim());
    }

    private static IEnumerable<string> Split(string text, char quote, char escape, string delimiter)
    {
        var records = new CsvRecords(new MemoryStream(Encoding.UTF8.GetBytes(text)), (byte)quote, (byte)escape, Encoding.UTF8.GetBytes(delimiter));
        while (records.Next() is { } record)
        {
            yield return $"{record.Line}:{Encoding.UTF8.GetString(text.EndsWith("\",\"\n", StringComparison.Ordinal) ? record.Bytes.Span : CsvRecords.WithoutLineEnd(record.Bytes.Span))}";
        }
    }
}
