using DataEngineer.Definitions.Values;

namespace DataEngineer.Core.Tests.Definitions.Values;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData("0B", 0)]
    [InlineData("512B", 512)]
    [InlineData("1KB", 1000)]
    [InlineData("1KiB", 1024)]
    [InlineData("1.5 MB", 1_500_000)]
    [InlineData("2gb", 2_000_000_000)]
    [InlineData("2GiB", 2_147_483_648)]
    [InlineData("1TB", 1_000_000_000_000)]
    public void TryParse_WrittenForm_ReadsIt(string text, long bytes)
    {
        Assert.True(ByteSize.TryParse(text, out var size));
        Assert.Equal(bytes, size.Bytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("2G")]
    [InlineData("-1GB")]
    [InlineData("1PB")]
    [InlineData("999999999999999TB")]
    public void TryParse_AnythingElse_Refuses(string text) => Assert.False(ByteSize.TryParse(text, out _));

    [Theory]
    [InlineData(1_000_000_000, "1GB")]
    [InlineData(1_500_000_000, "1.5GB")]
    [InlineData(512_000_000, "512MB")]
    [InlineData(1024, "1024B")]
    public void ToString_Bytes_AreWrittenShort(long bytes, string text) => Assert.Equal(text, new ByteSize(bytes).ToString());
}
