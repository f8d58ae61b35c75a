using DataEngineer.Definitions.Values;

namespace DataEngineer.Core.Tests.Definitions.Values;

public sealed class DurationTests
{
    [Theory]
    [InlineData("90s", 90_000)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("500ms", 500)]
    [InlineData("26h", 93_600_000)]
    [InlineData("2d", 172_800_000)]
    [InlineData("1d2h3m4s5ms", 93_784_005)]
    [InlineData("0s", 0)]
    [InlineData("PT1H30M", 5_400_000)]
    [InlineData("P2D", 172_800_000)]
    [InlineData("P1W", 604_800_000)]
    [InlineData("P1DT12H", 129_600_000)]
    [InlineData("PT0.5S", 500)]
    public void TryParse_Duration_IsItsLength(string text, long milliseconds)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("90")]
    [InlineData("-5s")]
    [InlineData("1.5h")]
    [InlineData("30m1h")]
    [InlineData("1h 30m")]
    [InlineData("5S")]
    [InlineData("1m\n")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("pt1h")]
    [InlineData("999999999d")]
    [InlineData("soon")]
    public void TryParse_NoDuration_IsRefused(string text) => Assert.False(Duration.TryParse(text, out _));

    [Theory]
    [InlineData("90s", "1m30s")]
    [InlineData("PT36H", "1d12h")]
    [InlineData("PT0S", "0s")]
    [InlineData("1500ms", "1s500ms")]
    public void Format_Duration_ReadsBack(string text, string expected)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(expected, Duration.Format(duration));
        Assert.True(Duration.TryParse(expected, out var again));
        Assert.Equal(duration, again);
    }
}
