using DataEngineer.Store;

namespace DataEngineer.Core.Tests.Store;

public sealed class FolderStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("store-").FullName;

    private CancellationToken Stop => TestContext.Current.CancellationToken;

    private FolderStore Store => new(Path.Combine(_folder, "root"), Path.Combine(_folder, "temp"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Read_WhatWasWritten_IsTheSameWithItsETag()
    {
        var etag = await Store.WriteAsync("a/b.json", "one"u8.ToArray(), BlobCondition.None, Stop);
        var content = await Store.ReadAsync("a/b.json", Stop);
        Assert.Equal("one", content!.Text);
        Assert.Equal(etag, content.ETag);
    }

    [Fact]
    public async Task Read_Nothing_IsNull() => Assert.Null(await Store.ReadAsync("a/b.json", Stop));

    [Fact]
    public async Task Write_IfAbsent_HappensOnce()
    {
        Assert.NotNull(await Store.WriteAsync("a", "one"u8.ToArray(), BlobCondition.Absent, Stop));
        Assert.Null(await Store.WriteAsync("a", "two"u8.ToArray(), BlobCondition.Absent, Stop));
        Assert.Equal("one", (await Store.ReadAsync("a", Stop))!.Text);
    }

    [Fact]
    public async Task Write_IfMatch_OnlyOverTheVersionRead()
    {
        var first = await Store.WriteAsync("a", "one"u8.ToArray(), BlobCondition.None, Stop);
        var second = await Store.WriteAsync("a", "two"u8.ToArray(), BlobCondition.Match(first!), Stop);
        Assert.NotNull(second);
        Assert.Null(await Store.WriteAsync("a", "three"u8.ToArray(), BlobCondition.Match(first!), Stop));
        Assert.Null(await Store.WriteAsync("missing", "three"u8.ToArray(), BlobCondition.Match(first!), Stop));
        Assert.Equal("two", (await Store.ReadAsync("a", Stop))!.Text);
    }

    [Fact]
    public async Task Write_ManyAtOnceOverOneVersion_ExactlyOneWins()
    {
        var etag = await Store.WriteAsync("a", "start"u8.ToArray(), BlobCondition.None, Stop);
        var written = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
            Task.Run(() => Store.WriteAsync("a", BitConverter.GetBytes(i), BlobCondition.Match(etag!), Stop), Stop)));
        Assert.Single(written, result => result is not null);
    }

    [Fact]
    public async Task List_Prefix_IsOrderedAndComplete()
    {
        foreach (var path in new[] { "b/2", "a/1", "b/10", "bc/1" })
        {
            await Store.WriteAsync(path, "x"u8.ToArray(), BlobCondition.None, Stop);
        }

        Assert.Equal(["b/10", "b/2"], await PathsAsync("b/"));
        Assert.Equal(["b/10", "b/2", "bc/1"], await PathsAsync("b"));
        Assert.Equal(["a/1", "b/10", "b/2", "bc/1"], await PathsAsync(""));
        Assert.Empty(await PathsAsync("nothing/here"));
    }

    [Fact]
    public async Task Create_NotCommitted_LeavesNothing()
    {
        string local;
        await using (var pending = await Store.CreateAsync("a", Stop))
        {
            local = pending.LocalPath;
            await File.WriteAllTextAsync(local, "half", Stop);
        }

        Assert.Null(await Store.ReadAsync("a", Stop));
        Assert.False(File.Exists(local));
    }

    [Fact]
    public async Task Create_Committed_ReplacesWhole()
    {
        await Store.WriteAsync("a", "old"u8.ToArray(), BlobCondition.None, Stop);
        await using (var pending = await Store.CreateAsync("a", Stop))
        {
            await File.WriteAllTextAsync(pending.LocalPath, "new!", Stop);
            Assert.Equal(4, await pending.CommitAsync(Stop));
        }

        Assert.Equal("new!", (await Store.ReadAsync("a", Stop))!.Text);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_folder, "temp")));
    }

    [Fact]
    public async Task Fetch_Missing_NamesWhatAndWhere()
    {
        var e = await Assert.ThrowsAsync<BlobNotFoundException>(() => Store.FetchAsync("a/b", Stop));
        Assert.Equal($"There is no 'a/b' in {Store.Location}.", e.Message);
    }

    [Fact]
    public async Task Delete_TellsWhetherThereWasSomething()
    {
        await Store.WriteAsync("a", "x"u8.ToArray(), BlobCondition.None, Stop);
        Assert.True(await Store.DeleteAsync("a", Stop));
        Assert.False(await Store.DeleteAsync("a", Stop));
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
        await Assert.ThrowsAsync<ArgumentException>(() => Store.ReadAsync(path, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.WriteAsync(path, "x"u8.ToArray(), BlobCondition.None, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.DeleteAsync(path, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.FetchAsync(path, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CreateAsync(path, Stop));
    }

    private async Task<string[]> PathsAsync(string prefix)
    {
        var paths = new List<string>();
        await foreach (var entry in Store.ListAsync(prefix, Stop))
        {
            paths.Add(entry.Path);
        }

        return [.. paths];
    }
}
