using DataEngineer.Store;

namespace DataEngineer.Core.Tests.Store;

/// <summary>What only a folder store does; the rest is <see cref="FolderStoreConformance"/>.</summary>
public sealed class FolderStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("store-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private FolderStore Store => new(Path.Combine(_folder, "root"), Path.Combine(_folder, "temp"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Fetch_ReadsTheFileInPlace()
    {
        await Store.WriteAsync("a/b", "x"u8.ToArray(), BlobCondition.None, Stop);
        await using var local = await Store.FetchAsync("a/b", Stop);
        Assert.Equal(Path.Combine(_folder, "root", "a", "b"), local.LocalPath);
    }

    [Fact]
    public async Task Write_RefusedOrDone_LeavesNothingTemporary()
    {
        await Store.WriteAsync("a", "one"u8.ToArray(), BlobCondition.Absent, Stop);
        await Store.WriteAsync("a", "two"u8.ToArray(), BlobCondition.Absent, Stop);
        await Store.WriteAsync("a", "two"u8.ToArray(), BlobCondition.Match("other"), Stop);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_folder, "temp")));
    }

    [Fact]
    public async Task List_ConditionalWrites_LeaveNoTraceInIt()
    {
        var etag = await Store.WriteAsync("a", "one"u8.ToArray(), BlobCondition.None, Stop);
        await Store.WriteAsync("a", "two"u8.ToArray(), BlobCondition.Match(etag!), Stop);
        await foreach (var entry in Store.ListAsync("", Stop))
        {
            Assert.Equal("a", entry.Path);
        }
    }

    [Theory]
    [InlineData("linked.txt")]
    [InlineData("folder/secret.txt")]
    [InlineData("folder/deeper/secret.txt")]
    public async Task Links_AreNotFollowed(string path)
    {
        var outside = Directory.CreateDirectory(Path.Combine(_folder, "outside", "deeper")).Parent!.FullName;
        await File.WriteAllTextAsync(Path.Combine(outside, "secret.txt"), "secret", Stop);
        await File.WriteAllTextAsync(Path.Combine(outside, "deeper", "secret.txt"), "secret", Stop);
        Directory.CreateDirectory(Path.Combine(_folder, "root"));
        File.CreateSymbolicLink(Path.Combine(_folder, "root", "linked.txt"), Path.Combine(outside, "secret.txt"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "root", "folder"), outside);
        Assert.Null(await Store.ReadAsync(path, Stop));
        await Assert.ThrowsAsync<BlobNotFoundException>(() => Store.FetchAsync(path, Stop));
        await foreach (var entry in Store.ListAsync(path, Stop))
        {
            Assert.Fail($"Listed {entry.Path}.");
        }
    }
}
