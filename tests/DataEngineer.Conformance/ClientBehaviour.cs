using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Conformance;

/// <summary>Starting, listing, waiting, purging.</summary>
public abstract class ClientBehaviour(IDurableHostFixture fixture) : DurableBehaviour(fixture)
{
    [Fact]
    public async Task Start_OfAnIdThatExists_StartsNothing()
    {
        await Host(Simple());
        Assert.True(await Start("echo", "a", 1));
        Assert.False(await Start("echo", "a", 2));
        Assert.Equal(1, await Output<int>("a"));
        Assert.False(await Start("wait", "a", 3));
    }

    [Fact]
    public async Task Start_FromManyAtOnce_StartsOne()
    {
        await Host(Simple());
        var started = await Soon(Task.WhenAll(Enumerable.Range(0, 30).Select(i => Start("echo", "a", i))));
        Assert.Equal(1, started.Count(isStarted => isStarted));
    }

    [Fact]
    public async Task Ids_DifferByCase()
    {
        await Host(Simple());
        Assert.True(await Start("echo", "run", 1));
        Assert.True(await Start("echo", "RUN", 2));
        Assert.Equal((1, 2), (await Output<int>("run"), await Output<int>("RUN")));
    }

    [Fact]
    public async Task Get_OfAnUnknownId_IsNull()
    {
        await Host(Simple());
        Assert.Null(await Client.GetAsync("nobody", Token));
    }

    [Fact]
    public async Task Wait_ForAnUnknownId_Throws()
    {
        await Host(Simple());
        await Assert.ThrowsAsync<InstanceNotFoundException>(() => Wait("nobody"));
    }

    [Fact]
    public async Task Wait_Cancelled_LeavesTheInstanceAlone()
    {
        await Host(Simple());
        await Start("wait", "a");
        using var cancellation = new CancellationTokenSource();
        var waiting = Client.WaitForCompletionAsync("a", cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Soon(waiting));
        await Client.RaiseEventAsync("a", "go", 5, Token);
        Assert.Equal(5, await Output<int>("a"));
    }

    [Fact]
    public async Task Wait_ByManyAtOnce_AnswersAll()
    {
        await Host(Simple());
        await Start("wait", "a");
        var waiting = Enumerable.Range(0, 10).Select(_ => Wait("a")).ToList();
        await Client.RaiseEventAsync("a", "go", 5, Token);
        Assert.All(await Task.WhenAll(waiting), ended => Assert.Equal("5", ended.Output));
    }

    [Fact]
    public async Task List_ByPrefix_IsNewestFirst()
    {
        await Host(Simple());
        foreach (var id in new[] { "acme/orders/1", "acme/orders/2", "globex/orders/1", "acme/returns/1" })
        {
            await Run("echo", id, 1);
            await Fixture.PassTimeAsync(TimeSpan.FromMilliseconds(10));
        }

        Assert.Equal(["acme/orders/2", "acme/orders/1"], await List("acme/orders/"));
        Assert.Equal(["acme/returns/1", "globex/orders/1", "acme/orders/2", "acme/orders/1"], await List(""));
        Assert.Empty(await List("acme/orders/1/"));
    }

    [Theory]
    [InlineData("a%")]
    [InlineData("a_")]
    [InlineData("a*")]
    [InlineData("a[")]
    [InlineData("A")]
    public async Task List_TakesThePrefixLiterally(string prefix)
    {
        await Host(Simple());
        await Run("echo", "abc", 1);
        await Run("echo", prefix + "x", 1);
        Assert.Equal([prefix + "x"], await List(prefix));
    }

    [Fact]
    public async Task List_OfMany_ShowsEachOnce()
    {
        await Host(Simple());
        var ids = Enumerable.Range(0, 450).Select(i => $"many/{i}").ToList();
        await Soon(Task.WhenAll(ids.Select(id => Start("echo", id, 1))));
        Assert.Equal(ids.Order(StringComparer.Ordinal), (await List("many/")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Purge_OfAnEndedInstance_FreesItsId()
    {
        await Host(Simple());
        await Run("echo", "a", 1);
        Assert.True(await Client.PurgeAsync("a", Token));
        Assert.Null(await Client.GetAsync("a", Token));
        Assert.True(await Start("echo", "a", 2));
        Assert.Equal(2, await Output<int>("a"));
    }

    [Fact]
    public async Task Purge_OfARunningOrUnknownInstance_DoesNothing()
    {
        await Host(Simple());
        await Start("wait", "a");
        Assert.False(await Client.PurgeAsync("a", Token));
        Assert.False(await Client.PurgeAsync("nobody", Token));
        await Client.RaiseEventAsync("a", "go", 5, Token);
        Assert.Equal(5, await Output<int>("a"));
    }

    [Fact]
    public async Task Purge_SurvivesACrash()
    {
        await Host(Simple());
        await Run("echo", "a", 1);
        await Client.PurgeAsync("a", Token);
        await Restart();
        Assert.Null(await Client.GetAsync("a", Token));
    }

    private static CatalogBuilder Simple() => new CatalogBuilder()
        .Orchestration("echo", context => Task.FromResult(context.GetInput<int>()))
        .Orchestration("wait", context => context.WaitForExternalEventAsync<int>("go"));

    private async Task<List<string>> List(string prefix)
    {
        List<string> ids = [];
        await foreach (var instance in Client.ListAsync(prefix, Token))
        {
            ids.Add(instance.InstanceId);
        }

        return ids;
    }
}
