using DataEngineer.Cli.Display;

namespace DataEngineer.EndToEnd.Tests.Display;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("plain", 10, "plain")]
    [InlineData("a longer text", 8, "a longe…")]
    [InlineData("界界界界", 8, "界界界界")]
    [InlineData("界界界界", 7, "界界界…")]
    [InlineData("two\nlines", 20, "two lines")]
    [InlineData("\u001b[31mred", 20, "\uFFFD[31mred")]
    [InlineData("x", 0, "")]
    public void Cut_KeepsToTheWidth(string text, int width, string expected)
    {
        var cut = SafeText.Cut(text, width);
        Assert.Equal(expected, cut);
        Assert.True(SafeText.Width(cut) <= width);
    }

    [Theory]
    [InlineData("ab", 4)]
    [InlineData("界", 4)]
    [InlineData("much too long", 4)]
    public void Fit_FillsTheWidthExactly(string text, int width) => Assert.Equal(width, SafeText.Width(SafeText.Fit(text, width)));

    [Fact]
    public void Of_KeepsLinesAlone() => Assert.Equal("a\nb c\uFFFDd", SafeText.Of("a\r\nb\tc\u0007d"));
}
