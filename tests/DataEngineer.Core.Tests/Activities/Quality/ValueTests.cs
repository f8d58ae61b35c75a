using DataEngineer.Activities.Quality.Rules;
using DataEngineer.Activities.Quality.Values;

namespace DataEngineer.Core.Tests.Activities.Quality;

/// <summary>How numbers, moments and durations are read and written.</summary>
public sealed class ValueTests
{
    [Theory]
    [InlineData("12", 0, "12", true)]
    [InlineData("-1.5", 0, "-2", false)]
    [InlineData("1.5", 0, "1", false)]
    [InlineData("1.50", 1, "1.5", true)]
    [InlineData("0.001", 2, "0.00", false)]
    [InlineData("-0.001", 2, "-0.01", false)]
    [InlineData("2e3", 2, "2000.00", true)]
    [InlineData("25E-1", 1, "2.5", true)]
    [InlineData("-7", 3, "-7.000", true)]
    public void ExactNumber_AtAScale_IsRoundedDown(string text, int scale, string written, bool exact)
    {
        Assert.True(ExactNumber.TryParse(text, out var number));
        var (units, isExact) = number.ToUnits(scale);
        Assert.Equal((written, exact), (ExactNumber.Text(units, scale), isExact));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("0x10")]
    [InlineData("1e1000000")]
    [InlineData("NaN")]
    [InlineData("1 ")]
    public void ExactNumber_NotOne_IsRefused(string text) => Assert.False(ExactNumber.TryParse(text, out _));

    [Theory]
    [InlineData("2026-01-31", "2026-01-31", "2026-01-31 00:00:00.000000")]
    [InlineData("2026-01-31T00:00:00+01:00", "2026-01-31", "2026-01-30 23:00:00.000000")]
    [InlineData("2026-01-31T06:30", null, "2026-01-31 06:30:00.000000")]
    [InlineData("2026-01-31 06:30:00.123456Z", null, "2026-01-31 06:30:00.123456")]
    [InlineData("31.01.2026", null, null)]
    [InlineData("2026-02-30", null, null)]
    public void Moment_AsWritten_IsReadInUtc(string text, string? date, string? timestamp) =>
        Assert.Equal((date, timestamp), (Moment.AsDate(text), Moment.AsTimestamp(text)));

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(59, "59s")]
    [InlineData(3600, "1h")]
    [InlineData(93784, "1d2h")]
    [InlineData(86401, "1d")]
    [InlineData(90061, "1d1h")]
    public void Span_InSeconds_ShowsItsTwoLargestUnits(int seconds, string text) => Assert.Equal(text, Span.Text(TimeSpan.FromSeconds(seconds)));
}
