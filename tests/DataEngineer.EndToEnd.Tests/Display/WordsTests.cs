using DataEngineer.Cli.Display;
using DataEngineer.EndToEnd.Tests.Building;

namespace DataEngineer.EndToEnd.Tests.Display;

public sealed class WordsTests
{
    [Theory]
    [InlineData(0.04, "0.0s")]
    [InlineData(0.44, "0.4s")]
    [InlineData(59.94, "59.9s")]
    [InlineData(60, "1m 00s")]
    [InlineData(185, "3m 05s")]
    [InlineData(3720, "1h 02m")]
    [InlineData(90000, "25h 00m")]
    public void Elapsed_IsShort(double seconds, string expected) => Assert.Equal(expected, Words.Elapsed(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(-1, "1s")]
    [InlineData(3.2, "4s")]
    [InlineData(120, "2m 00s")]
    public void Wait_IsWholeSecondsFromOne(double seconds, string expected) => Assert.Equal(expected, Words.Wait(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Interval_LeavesMidnightOut()
    {
        Assert.Equal("2012-01-01 to 2012-02-01 UTC", Words.Interval(Some.January));
        Assert.Equal("2012-01-01 06:00 to 2012-02-01 00:00 UTC", Words.Interval(Some.January with { Start = Some.January.Start.AddHours(6) }));
    }

    [Theory]
    [InlineData(1, "1 row")]
    [InlineData(20_000, "20,000 rows")]
    public void Rows_AreCounted(long rows, string expected) => Assert.Equal(expected, Words.Rows(rows));
}
