using DataEngineer.Engine;
using DataEngineer.Plans;

namespace DataEngineer.Core.Tests.Engine;

public sealed class SqlSpotTests
{
    [Theory]
    [InlineData("select x", 7, 1, 8, "select x", "       ^")]
    [InlineData("select\n\tx\n", 8, 2, 2, "\tx", "\t^")]
    [InlineData("select\r\n  x", 10, 2, 3, "  x", "  ^")]
    [InlineData("select 1 +\n\n", 12, 1, 11, "select 1 +", "          ^")]
    [InlineData("", 0, 1, 1, "", "^")]
    public void At_TellsLineAndColumn(string text, int index, int line, int column, string source, string caret)
    {
        var spot = SqlSpot.At(new SqlText(text, "sql/a.sql", 1, 1), index);
        Assert.Equal(($"sql/a.sql({line},{column})", source), (spot.ToString(), spot.Source));
        Assert.Equal($"  {line} | {source}\n    | {caret}", spot.Picture());
    }

    [Fact]
    public void At_InAYamlBlock_CountsFromTheBlock() =>
        Assert.Equal("a.yml(31,11)", SqlSpot.At(new SqlText("select\n  x", "a.yml", 30, 9), 9).ToString());

    [Fact]
    public void Composition_FindsThePieceThatAPositionIsIn()
    {
        var first = new SqlText("select 'é😀' as a", "a.sql", 1, 1);
        var second = new SqlText("select b", "b.sql", 5, 3);
        var composition = new SqlComposition().Append("WITH a AS (").Append(first).Append(") ").Append(second);
        var text = composition.ToString();
        var bytes = System.Text.Encoding.UTF8.GetByteCount(text[..text.LastIndexOf('b')]);
        var characters = text[..text.LastIndexOf('b')].EnumerateRunes().Count();
        Assert.Equal("b.sql(5,10)", composition.Locate(new EngineError("Binder", "", bytes, null, null, []))!.ToString());
        Assert.Equal("b.sql(5,10)", composition.Locate(new EngineError("Parser", "", characters, null, null, []))!.ToString());
        Assert.Null(composition.Locate(new EngineError("Binder", "", 3, null, null, [])));
        Assert.Null(composition.Locate(new EngineError("Binder", "", null, null, null, [])));
    }
}
