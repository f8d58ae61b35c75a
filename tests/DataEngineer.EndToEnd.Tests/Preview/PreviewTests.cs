using DataEngineer.Cli.Preview;
using DataEngineer.EndToEnd.Tests.Building;
using DataEngineer.EndToEnd.Tests.Processes;
using DataEngineer.Plans;
using DataEngineer.Testing;

namespace DataEngineer.EndToEnd.Tests.Preview;

public sealed class PreviewTests
{
    private static PreviewRows Sample => new(
        [new Column("name", "VARCHAR"), new Column("n", "BIGINT"), new Column("price", "DECIMAL(12,2)")],
        [["[red]界[/]", "1", "2.50"], [null, "20000", null], ["two\nlines", "3", "0.00"]],
        30);

    [Fact]
    public void Table_AlignsNumbersRight_AndMarksWhatIsMissing()
    {
        const string Table = """
            name             n          price
            varchar     bigint  decimal(12,2)
            [red]界[/]       1           2.50
            null         20000           null
            two lines        3           0.00
            """;
        Assert.Equal(Table.ReplaceLineEndings("\n"), Show(Sample, 80));
        Assert.Equal(Table.ReplaceLineEndings("\n"), Show(Sample, null));
    }

    [Fact]
    public void NarrowTerminal_NamesTheColumnsThatDoNotFit()
    {
        var shown = Show(Sample, 20);
        Assert.DoesNotContain("decimal", shown, StringComparison.Ordinal);
        Assert.Contains("price", shown.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_QuotesWhatNeedsIt_AndTellsEmptyFromMissing()
    {
        using var output = new StringWriter { NewLine = "\n" };
        PreviewCsv.Write(output, new PreviewRows([new Column("a,b", "VARCHAR"), new Column("c", "VARCHAR")], [["say \"hi\"", null], ["", " x"], ["two\nlines", "plain"]], 3));
        Assert.Equal("\"a,b\",c\n\"say \"\"hi\"\"\",\n\"\",\" x\"\n\"two\nlines\",plain\n", output.ToString());
    }

    [Fact]
    public void Reader_GivesTextsTypesAndTheTotal()
    {
        using var folder = new TemporaryFolder();
        var file = folder["it's.parquet"];
        Rows.Write($"select i as id, date '2026-01-01' + i::int as day, [i] as list, case when i = 1 then null else 'x' end as text from range(50) t(i)", file);
        var reader = new PreviewReader(folder["temp"]);
        var rows = reader.Read(file, 2, CancellationToken.None);
        Assert.Equal([new Column("id", "BIGINT"), new Column("day", "DATE"), new Column("list", "BIGINT[]"), new Column("text", "VARCHAR")], rows.Columns);
        Assert.Equal(50, rows.Total);
        Assert.Equal(["1", "2026-01-02", "[1]", null], rows.Rows[1]);
        Assert.Equal("""{"id":1,"day":"2026-01-02","list":[1],"text":null}""", reader.ReadJson(file, 2, CancellationToken.None)[1]);
    }

    private static string Show(PreviewRows rows, int? width)
    {
        var console = Screens.Of(width ?? 10);
        new PreviewTable(console).Write(rows, width);
        return console.Text();
    }
}
