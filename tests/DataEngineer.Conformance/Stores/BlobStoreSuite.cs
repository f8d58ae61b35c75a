using System.Text;
using DataEngineer.Store;

namespace DataEngineer.Conformance.Stores;

/// <summary>What every store does alike. A kind of store adds a fixture, and a class of one line.</summary>
public abstract class BlobStoreSuite<TFixture>(TFixture fixture) : IClassFixture<TFixture>
    where TFixture : class, IStoreFixture
{
    private readonly IBlobStore _store = fixture.NewStore();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_WhatWasWritten_IsTheSameWithItsETag()
    {
        var etag = await WriteAsync("a/b.json", "one");
        var content = await _store.ReadAsync("a/b.json", Stop);
        Assert.Equal("one", content!.Text);
        Assert.Equal(etag, content.ETag);
    }

    [Fact]
    public async Task Read_Nothing_IsNull()
    {
        Assert.Null(await _store.ReadAsync("a/b.json", Stop));
        await WriteAsync("other", "x");
        Assert.Null(await _store.ReadAsync("a/b.json", Stop));
    }

    [Fact]
    public async Task Read_AnEmptyDocument_IsEmpty()
    {
        await WriteAsync("a", "");
        Assert.Equal(0, (await _store.ReadAsync("a", Stop))!.Bytes.Length);
    }

    [Fact]
    public async Task Read_ByteOrderMark_StaysInTheBytesAndOutOfTheText()
    {
        await _store.WriteAsync("a", (byte[])[.. Encoding.UTF8.Preamble, .. "één"u8], BlobCondition.None, Stop);
        var content = await _store.ReadAsync("a", Stop);
        Assert.Equal("één", content!.Text);
        Assert.Equal(8, content.Bytes.Length);
    }

    [Fact]
    public async Task Write_WithoutCondition_ReplacesAndChangesTheETag()
    {
        var first = await WriteAsync("a", "one");
        var second = await WriteAsync("a", "two, longer");
        Assert.NotEqual(first, second);
        Assert.Equal("two, longer", await TextAsync("a"));
    }

    [Fact]
    public async Task Write_IfAbsent_HappensOnce()
    {
        Assert.NotNull(await _store.WriteAsync("a", "one"u8.ToArray(), BlobCondition.Absent, Stop));
        Assert.Null(await _store.WriteAsync("a", "two"u8.ToArray(), BlobCondition.Absent, Stop));
        Assert.Equal("one", await TextAsync("a"));
    }

    [Fact]
    public async Task Write_IfAbsentManyAtOnce_ExactlyOneWins()
    {
        var written = await AtOnceAsync(i => _store.WriteAsync("a", BitConverter.GetBytes(i), BlobCondition.Absent, Stop));
        var winner = Assert.Single(Enumerable.Range(0, written.Length), i => written[i] is not null);
        var there = await _store.ReadAsync("a", Stop);
        Assert.Equal(winner, BitConverter.ToInt32(there!.Bytes.Span));
        Assert.Equal(written[winner], there.ETag);
    }

    [Fact]
    public async Task Write_IfMatch_OnlyOverTheVersionRead()
    {
        var first = await WriteAsync("a", "one");
        var second = await _store.WriteAsync("a", "two"u8.ToArray(), BlobCondition.Match(first), Stop);
        Assert.NotNull(second);
        Assert.Null(await _store.WriteAsync("a", "three"u8.ToArray(), BlobCondition.Match(first), Stop));
        Assert.Null(await _store.WriteAsync("missing", "three"u8.ToArray(), BlobCondition.Match(first), Stop));
        Assert.Equal("two", await TextAsync("a"));
        Assert.Null(await _store.ReadAsync("missing", Stop));
    }

    [Fact]
    public async Task Write_IfMatchInAnEmptyStore_DoesNothing()
    {
        var etag = await WriteAsync("a", "one");
        var empty = fixture.NewStore();
        Assert.Null(await empty.WriteAsync("a", "two"u8.ToArray(), BlobCondition.Match(etag), Stop));
        Assert.Null(await empty.ReadAsync("a", Stop));
    }

    [Fact]
    public async Task Write_ManyAtOnceOverOneVersion_ExactlyOneWins()
    {
        var etag = await WriteAsync("a", "start");
        var written = await AtOnceAsync(i => _store.WriteAsync("a", BitConverter.GetBytes(i), BlobCondition.Match(etag), Stop));
        Assert.Single(written, result => result is not null);
    }

    [Fact]
    public async Task List_Prefix_IsOrderedAndComplete()
    {
        foreach (var path in new[] { "b/2", "a/1", "b/10", "bc/1", "B/1" })
        {
            await WriteAsync(path, "x");
        }

        Assert.Equal(["b/10", "b/2"], await PathsAsync("b/"));
        Assert.Equal(["b/10", "b/2", "bc/1"], await PathsAsync("b"));
        Assert.Equal(["B/1", "a/1", "b/10", "b/2", "bc/1"], await PathsAsync(""));
        Assert.Empty(await PathsAsync("nothing/here"));
    }

    [Fact]
    public async Task List_AnEmptyStore_IsEmpty() => Assert.Empty(await PathsAsync(""));

    [Fact]
    public async Task List_Entries_TellLengthAndChange()
    {
        await WriteAsync("a", "12345");
        var before = Assert.Single(await ListAsync("a"));
        await WriteAsync("a", "123456");
        var after = Assert.Single(await ListAsync("a"));
        Assert.Equal((5, 6), (before.Length, after.Length));
        Assert.NotEqual(before.ETag, after.ETag);
        Assert.True(after.LastModified > DateTimeOffset.UnixEpoch);
    }

    [Theory]
    [InlineData("with space/é ü.csv")]
    [InlineData("a%20b+c")]
    [InlineData("what#is?this&that=1")]
    [InlineData("日本/データ.parquet")]
    [InlineData("orders.20260131T060000Z.1/orders.extract.00000001-ab.parquet")]
    public async Task AnyLegalName_ComesBackAsItWas(string path)
    {
        await WriteAsync(path, path);
        Assert.Equal(path, await TextAsync(path));
        Assert.Equal([path], await PathsAsync(""));
        await using (var local = await _store.FetchAsync(path, Stop))
        {
            Assert.Equal(path, await File.ReadAllTextAsync(local.LocalPath, Stop));
            Assert.Equal(Path.GetExtension(path), Path.GetExtension(local.LocalPath));
        }

        Assert.True(await _store.DeleteAsync(path, Stop));
    }

    [Fact]
    public async Task Create_NotCommitted_LeavesNothing()
    {
        string local;
        await using (var pending = await _store.CreateAsync("a", Stop))
        {
            local = pending.LocalPath;
            Assert.False(File.Exists(local));
            await File.WriteAllTextAsync(local, "half", Stop);
        }

        Assert.Null(await _store.ReadAsync("a", Stop));
        Assert.False(File.Exists(local));
    }

    [Fact]
    public async Task Create_Committed_ReplacesWhole()
    {
        await WriteAsync("a", "old");
        string local;
        await using (var pending = await _store.CreateAsync("a", Stop))
        {
            local = pending.LocalPath;
            await File.WriteAllTextAsync(local, "new!", Stop);
            Assert.Equal("old", await TextAsync("a"));
            Assert.Equal(4, await pending.CommitAsync(Stop));
        }

        Assert.Equal("new!", await TextAsync("a"));
        Assert.False(File.Exists(local));
    }

    [Fact]
    public async Task Create_TwoOfOnePath_EachIsWholeAndTheLastCommitStays()
    {
        await using var first = await _store.CreateAsync("a", Stop);
        await using var second = await _store.CreateAsync("a", Stop);
        Assert.NotEqual(first.LocalPath, second.LocalPath);
        await File.WriteAllTextAsync(first.LocalPath, "first", Stop);
        await File.WriteAllTextAsync(second.LocalPath, "second", Stop);
        await second.CommitAsync(Stop);
        await first.CommitAsync(Stop);
        Assert.Equal("first", await TextAsync("a"));
    }

    [Fact]
    public async Task Create_LargeData_ComesBackByteForByte()
    {
        var data = new byte[700_001];
        for (var i = 0; i < data.Length; i++)
        {
            data[i] = (byte)((i * 31) ^ (i >> 8));
        }

        await using (var pending = await _store.CreateAsync("data/large.bin", Stop))
        {
            await File.WriteAllBytesAsync(pending.LocalPath, data, Stop);
            Assert.Equal(data.Length, await pending.CommitAsync(Stop));
        }

        await using var local = await _store.FetchAsync("data/large.bin", Stop);
        Assert.Equal(data, await File.ReadAllBytesAsync(local.LocalPath, Stop));
        Assert.Equal(data.Length, Assert.Single(await ListAsync("data/")).Length);
    }

    [Fact]
    public async Task Fetch_Disposed_LeavesNothingTemporaryAndKeepsTheBlob()
    {
        await WriteAsync("a", "x");
        string local;
        await using (var fetched = await _store.FetchAsync("a", Stop))
        {
            local = fetched.LocalPath;
        }

        Assert.False(local.StartsWith(fixture.TempFolder, StringComparison.Ordinal) && File.Exists(local));
        Assert.Equal("x", await TextAsync("a"));
    }

    [Fact]
    public async Task Fetch_Missing_NamesWhatAndWhere()
    {
        var e = await Assert.ThrowsAsync<BlobNotFoundException>(() => _store.FetchAsync("a/b", Stop));
        Assert.Equal($"There is no 'a/b' in {_store.Location}.", e.Message);
        await WriteAsync("other", "x");
        await Assert.ThrowsAsync<BlobNotFoundException>(() => _store.FetchAsync("a/b", Stop));
    }

    [Fact]
    public async Task Delete_TellsWhetherThereWasSomething()
    {
        Assert.False(await _store.DeleteAsync("a", Stop));
        await WriteAsync("a", "x");
        Assert.True(await _store.DeleteAsync("a", Stop));
        Assert.False(await _store.DeleteAsync("a", Stop));
        Assert.Null(await _store.ReadAsync("a", Stop));
    }

    [Theory]
    [InlineData("../a")]
    [InlineData("a/../../b")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a\\b")]
    [InlineData("C:/a")]
    [InlineData("./a")]
    [InlineData("a\nb")]
    [InlineData("")]
    public async Task AnyPathOutside_IsRefused(string path)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _store.ReadAsync(path, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.WriteAsync(path, "x"u8.ToArray(), BlobCondition.None, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.DeleteAsync(path, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.FetchAsync(path, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.CreateAsync(path, Stop));
    }

    [Theory]
    [InlineData("../")]
    [InlineData("a/../../b")]
    [InlineData("/etc/")]
    public async Task List_PrefixOutside_IsRefused(string prefix) =>
        await Assert.ThrowsAsync<ArgumentException>(() => PathsAsync(prefix));

    private static async Task<string?[]> AtOnceAsync(Func<int, Task<string?>> write) =>
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => write(i), Stop)));

    private async Task<string> WriteAsync(string path, string text) =>
        (await _store.WriteAsync(path, Encoding.UTF8.GetBytes(text), BlobCondition.None, Stop))!;

    private async Task<string?> TextAsync(string path) => (await _store.ReadAsync(path, Stop))?.Text;

    private async Task<string[]> PathsAsync(string prefix) => [.. (await ListAsync(prefix)).Select(entry => entry.Path)];

    private async Task<List<BlobEntry>> ListAsync(string prefix)
    {
        var entries = new List<BlobEntry>();
        await foreach (var entry in _store.ListAsync(prefix, Stop))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
