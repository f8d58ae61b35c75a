using Azure.Core;
using Azure.Storage.Blobs;
using DataEngineer.Azure.Storage;
using DataEngineer.Failures;
using DataEngineer.Store;

namespace DataEngineer.Azure.Tests.Storage;

/// <summary>What only a container does; the rest is <see cref="ContainerStoreConformance"/>.</summary>
public sealed class ContainerStoreTests(ContainerStoreFixture fixture) : IClassFixture<ContainerStoreFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(ContainerStoreFixture.TransferBytes)]
    [InlineData(ContainerStoreFixture.TransferBytes + 1)]
    [InlineData(2 * ContainerStoreFixture.TransferBytes)]
    public async Task Commit_SizesAroundABlock_SendEveryByte(int length)
    {
        var store = fixture.NewStore();
        var data = Enumerable.Range(0, length).Select(i => (byte)(i % 251)).ToArray();
        await using (var pending = await store.CreateAsync("a", Stop))
        {
            await File.WriteAllBytesAsync(pending.LocalPath, data, Stop);
            Assert.Equal(length, await pending.CommitAsync(Stop));
        }

        await using var local = await store.FetchAsync("a", Stop);
        Assert.Equal(data, await File.ReadAllBytesAsync(local.LocalPath, Stop));
    }

    [Fact]
    public async Task Fetch_CopiesBelowTheTempFolder()
    {
        var store = fixture.NewStore();
        await store.WriteAsync("a/b.csv", "x"u8.ToArray(), BlobCondition.None, Stop);
        await using var local = await store.FetchAsync("a/b.csv", Stop);
        Assert.Equal(fixture.TempFolder, Path.GetDirectoryName(local.LocalPath));
    }

    [Fact]
    public async Task Fetch_Missing_LeavesNoFile()
    {
        await Assert.ThrowsAsync<BlobNotFoundException>(() => fixture.NewStore().FetchAsync("gone/missing-7f.csv", Stop));
        Assert.DoesNotContain(Directory.EnumerateFiles(fixture.TempFolder), file => file.EndsWith("missing-7f.csv", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reads_OfAContainerThatIsNotThere_MakeNone()
    {
        var container = fixture.NewContainer();
        var store = new ContainerStore(container, fixture.TempFolder, ContainerStoreFixture.TransferBytes);
        Assert.Null(await store.ReadAsync("a", Stop));
        Assert.False(await store.DeleteAsync("a", Stop));
        Assert.Empty(await store.ListAsync("", Stop).ToListAsync(Stop));
        Assert.False(await container.ExistsAsync(Stop));
    }

    [Fact]
    public async Task Write_WhoseAnswerWasLost_IsKnownAsItsOwn()
    {
        var (store, network) = await LossyStoreAsync();
        var etag = await store.WriteAsync("a", "one"u8.ToArray(), BlobCondition.Absent, Stop);
        Assert.True(network.HasLost);
        Assert.Equal((await store.ReadAsync("a", Stop))!.ETag, etag);
    }

    [Fact]
    public async Task Write_OverAVersionWhoseAnswerWasLost_IsKnownAsItsOwn()
    {
        var (store, network) = await LossyStoreAsync(out var other);
        var before = await other.WriteAsync("a", "one"u8.ToArray(), BlobCondition.None, Stop);
        var etag = await store.WriteAsync("a", "two"u8.ToArray(), BlobCondition.Match(before!), Stop);
        Assert.True(network.HasLost);
        Assert.Equal((await store.ReadAsync("a", Stop))!.ETag, etag);
    }

    [Fact]
    public async Task Commit_WhoseAnswerWasLost_IsDone()
    {
        var (store, network) = await LossyStoreAsync();
        await using var pending = await store.CreateAsync("a", Stop);
        await File.WriteAllTextAsync(pending.LocalPath, "one", Stop);
        Assert.Equal(3, await pending.CommitAsync(Stop));
        Assert.True(network.HasLost);
        Assert.Equal("one", (await store.ReadAsync("a", Stop))!.Text);
    }

    [Fact]
    public async Task AWrongKey_IsAFailureOfPermissionThatShowsNoKey()
    {
        var wrong = fixture.ConnectionString.Replace("AccountKey=E", "AccountKey=F", StringComparison.Ordinal);
        var store = new ContainerStore(new BlobContainerClient(wrong, "any-container"), fixture.TempFolder, ContainerStoreFixture.TransferBytes);
        var e = await Assert.ThrowsAsync<StepFailedException>(() => store.ReadAsync("a/b", Stop));
        Assert.Equal(("DE0921", FailureClass.Permission, false), (e.Failure.Code, e.Failure.Class, e.Failure.Transient));
        Assert.StartsWith("Container 'any-container' refused 'a/b': 403", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Key", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAccountOutOfReach_IsAnErrorOfInputAndOutput()
    {
        const string Nowhere = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=Zm9v;BlobEndpoint=http://127.0.0.1:1/a;";
        var options = new BlobClientOptions { Retry = { MaxRetries = 1, Delay = TimeSpan.Zero } };
        var store = new ContainerStore(new BlobContainerClient(Nowhere, "any-container", options), fixture.TempFolder, ContainerStoreFixture.TransferBytes);
        var e = await Assert.ThrowsAsync<IOException>(() => store.ReadAsync("a/b", Stop));
        Assert.Equal("Container 'any-container' was not reached for 'a/b': SocketException.", e.Message);
        await Assert.ThrowsAsync<IOException>(async () => await store.ListAsync("", Stop).ToListAsync(Stop));
    }

    private Task<(ContainerStore Store, LosingFirstAnswer Network)> LossyStoreAsync() => LossyStoreAsync(out _);

    private Task<(ContainerStore Store, LosingFirstAnswer Network)> LossyStoreAsync(out ContainerStore other)
    {
        var network = new LosingFirstAnswer();
        var options = new BlobClientOptions { Retry = { Delay = TimeSpan.Zero } };
        options.AddPolicy(network, HttpPipelinePosition.PerRetry);
        var lossy = fixture.NewContainer(options);
        var sound = new BlobContainerClient(fixture.ConnectionString, lossy.Name);
        other = new ContainerStore(sound, fixture.TempFolder, ContainerStoreFixture.TransferBytes);
        return MakeAsync();

        async Task<(ContainerStore Store, LosingFirstAnswer Network)> MakeAsync()
        {
            await sound.CreateAsync(cancellationToken: Stop);
            return (new ContainerStore(lossy, fixture.TempFolder, ContainerStoreFixture.TransferBytes), network);
        }
    }
}
