using System.Diagnostics;
using System.Globalization;
using System.Text;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Core.Tests.Definitions.Yaml;

public sealed class YamlLimitTests
{
    [Fact]
    public void Read_OneByteOverTheLimit_IsRefusedUnparsed()
    {
        var file = YamlReader.Read("f.yml", new byte[YamlLimits.Bytes + 1]);

        Assert.Equal("f.yml: DE0001: the file has 1048577 bytes; a definition may have 1048576. Split it, or move data out of it.", Assert.Single(file.Problems.Found).ToString());
        Assert.Equal(0, file.Events);
        Assert.Equal("", file.Text);
    }

    [Fact]
    public void Read_ExactlyTheLimit_IsParsed()
    {
        var file = YamlText.Read("a: " + new string('x', YamlLimits.Bytes - 3));

        Assert.Empty(file.Problems.Found);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    public void Read_DeeperThanTheLimit_IsRefusedThere(string open, string close)
    {
        var good = YamlText.Read(Nested(open, close, YamlLimits.Depth));
        var deep = YamlText.Read(Nested(open, close, YamlLimits.Depth + 1));

        Assert.Empty(good.Problems.Found);
        Assert.Equal(DiagnosticCodes.TooDeep, Assert.Single(deep.Problems.Found).Code);
        Assert.Null(deep.Root);
    }

    [Fact]
    public void Read_AMillionOpenBrackets_StopsEarly()
    {
        var file = YamlText.Read(new string('[', YamlLimits.Bytes));

        Assert.Equal(DiagnosticCodes.TooDeep, Assert.Single(file.Problems.Found).Code);
        Assert.InRange(file.Events, 1, YamlLimits.Depth + 10);
    }

    [Fact]
    public void Read_AliasBomb_IsRefusedWhereItWouldGrow()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 40; i++)
        {
            bomb.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        var watch = Stopwatch.StartNew();
        var file = YamlText.Read(bomb.ToString());

        Assert.Equal(DiagnosticCodes.TooManyValues, Assert.Single(file.Problems.Found).Code);
        Assert.InRange(file.Events, 1, 200);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Read_AliasesThatNestDeeperThanTheLimit_AreRefused()
    {
        var chain = new StringBuilder("a0: &a0 [x]\n");
        for (var i = 1; i < 100; i++)
        {
            chain.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [*a{i - 1}]\n");
        }

        Assert.Equal(DiagnosticCodes.TooDeep, Assert.Single(YamlText.Read(chain.ToString()).Problems.Found).Code);
    }

    [Theory]
    [InlineData(YamlLimits.Aliases, 0)]
    [InlineData(YamlLimits.Aliases + 1, 1)]
    public void Read_Aliases_AreCounted(int aliases, int problems)
    {
        var file = YamlText.Read("a: &a x\nb: [" + string.Join(", ", Enumerable.Repeat("*a", aliases)) + "]");

        Assert.Equal(problems, file.Problems.Found.Count);
    }

    [Fact]
    public void Read_MoreValuesThanTheLimit_IsRefused()
    {
        var file = YamlText.Read("[" + string.Join(',', Enumerable.Repeat("1", YamlLimits.Values + 1)) + "]");

        Assert.Equal(DiagnosticCodes.TooManyValues, Assert.Single(file.Problems.Found).Code);
    }

    private static string Nested(string open, string close, int depth) =>
        string.Concat(Enumerable.Repeat(open, depth)) + "x" + string.Concat(Enumerable.Repeat(close, depth));
}
