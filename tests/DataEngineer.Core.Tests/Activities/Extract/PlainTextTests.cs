using System.IO.Compression;
using System.Text;
using CsCheck;
using DataEngineer.Activities.Extract;
using DataEngineer.Activities.Extract.Json;
using DataEngineer.Definitions.Model;
using DataEngineer.Failures;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Activities.Extract;

public sealed class PlainTextTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task PlainUtf8_IsNotCopied()
    {
        await File.WriteAllTextAsync(_folder["in"], "é\n", TestContext.Current.CancellationToken);
        Assert.Null(await CopyAsync("in", isGzip: false, TextEncoding.Utf8));
        Assert.False(File.Exists(_folder["out"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(1_048_576)]
    [InlineData(3_000_001)]
    public async Task Gzip_OfAnyLength_ComesOutWhole(int length)
    {
        var content = Enumerable.Range(0, length).Select(i => (byte)('a' + (i * 7919 % 26))).ToArray();
        await File.WriteAllBytesAsync(_folder["in"], Zip(content), TestContext.Current.CancellationToken);
        Assert.Equal(content, await File.ReadAllBytesAsync((await CopyAsync("in", isGzip: true, TextEncoding.Utf8))!, TestContext.Current.CancellationToken));
    }

    /// <summary>Cut anywhere, a gzip file is refused.</summary>
    [Fact]
    public void Gzip_CutOff_IsRefused()
    {
        var whole = Zip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 400).Select(i => $"{i * 7919}\n"))));
        Gen.Int[1, whole.Length - 1].Sample(
            length =>
            {
                using var folder = new TemporaryFolder();
                File.WriteAllBytes(folder["in"], whole[..length]);
                var copy = new PlainText("o.csv.gz", "Extract 'orders'", TextEncoding.Utf8).CopyAsync(folder["in"], isGzip: true, folder["out"], CancellationToken.None);
                Assert.Equal("DE0506", Assert.Throws<StepFailedException>(() => copy.GetAwaiter().GetResult()).Failure.Code);
            },
            iter: 200,
            threads: 1);
    }

    [Fact]
    public async Task Gzip_WithARottenByte_IsRefused()
    {
        var content = Zip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 400).Select(i => $"{i * 7919}\n"))));
        content[^6] ^= 1;
        await File.WriteAllBytesAsync(_folder["in"], content, TestContext.Current.CancellationToken);
        Assert.Equal("DE0506", (await Assert.ThrowsAsync<StepFailedException>(() => CopyAsync("in", isGzip: true, TextEncoding.Utf8))).Failure.Code);
    }

    [Fact]
    public async Task Utf16_AcrossBuffers_IsDecoded()
    {
        var text = string.Concat(Enumerable.Range(0, 400_000).Select(i => i % 7 == 0 ? "😀" : "é"));
        await File.WriteAllBytesAsync(_folder["in"], Encoding.Unicode.GetBytes("x" + text), TestContext.Current.CancellationToken);
        Assert.Equal("x" + text, await File.ReadAllTextAsync((await CopyAsync("in", isGzip: false, TextEncoding.Utf16))!, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Sample_OfALargeFile_IsWholeLinesFromAllOverIt()
    {
        using (var writer = new StreamWriter(_folder["big"]))
        {
            for (var i = 0; i < 400_000; i++)
            {
                writer.WriteLine($"{{\"id\":{i},\"text\":\"some words to make the line longer, {i}\"}}");
            }
        }

        JsonSample.Write(_folder["big"], _folder["sample"]);
        var ids = File.ReadLines(_folder["sample"]).Select(line => int.Parse(line.Split(':', ',')[1])).ToList();
        Assert.True(new FileInfo(_folder["sample"]).Length < 13_000_000);
        Assert.Equal(0, ids[0]);
        Assert.True(ids[^1] > 395_000, $"The last line is {ids[^1]}.");
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.All(File.ReadLines(_folder["sample"]), line => Assert.EndsWith("\"}", line, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Zip(byte[] content)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return zipped.ToArray();
    }

    private Task<string?> CopyAsync(string name, bool isGzip, TextEncoding encoding) =>
        new PlainText("o.csv", "Extract 'orders'", encoding).CopyAsync(_folder[name], isGzip, _folder["out"], TestContext.Current.CancellationToken);
}
