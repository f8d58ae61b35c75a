using DataEngineer.Definitions.Values;

namespace DataEngineer.Core.Tests.Definitions.Values;

public sealed class ThresholdTests
{
    [Theory]
    [InlineData(">0", ">0")]
    [InlineData(">1%", ">1%")]
    [InlineData(" >= 2.5 % ", ">=2.5%")]
    [InlineData(">100%", ">100%")]
    [InlineData(">=1000000", ">=1000000")]
    public void TryParse_WrittenForm_ReadsIt(string text, string canonical)
    {
        Assert.True(Threshold.TryParse(text, out var threshold));
        Assert.Equal(canonical, threshold.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("1%")]
    [InlineData("<1")]
    [InlineData(">-1")]
    [InlineData(">101%")]
    [InlineData(">1,5")]
    [InlineData("> one")]
    public void TryParse_AnythingElse_Refuses(string text) => Assert.False(Threshold.TryParse(text, out _));

    [Theory]
    [InlineData(">0", 0, 100, false)]
    [InlineData(">0", 1, 100, true)]
    [InlineData(">1", 1, 100, false)]
    [InlineData(">=1", 1, 100, true)]
    [InlineData(">1%", 1, 100, false)]
    [InlineData(">1%", 2, 100, true)]
    [InlineData(">=1%", 1, 100, true)]
    [InlineData(">=0%", 0, 100, false)]
    [InlineData(">50%", 1, 1, true)]
    [InlineData(">0%", 1, 1_000_000_000, true)]
    [InlineData(">0", 1, 0, true)]
    public void IsExceededBy_CountsAndShares_AreHeldAgainstTheBound(string text, long failed, long total, bool exceeded)
    {
        Assert.True(Threshold.TryParse(text, out var threshold));
        Assert.Equal(exceeded, threshold.IsExceededBy(failed, total));
    }
}
