using System.Collections.Concurrent;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Conformance;

/// <summary>What replay sees: the same as the first time.</summary>
public abstract class DeterminismBehaviour(IDurableHostFixture fixture) : DurableBehaviour(fixture)
{
    private readonly ConcurrentQueue<(string Value, bool IsReplaying)> _seen = new();

    [Fact]
    public async Task NewGuid_IsTheSameAtEveryReplay_AndNeverTwice()
    {
        await Host(Watcher(context => string.Join(',', context.NewGuid(), context.NewGuid())));
        await RunWithCrash();
        var first = Before();
        Assert.All(first, pair => Assert.Equal(2, pair.Split(',').Distinct(StringComparer.Ordinal).Count()));
        Assert.Equal(3, first.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(first[..2], Replayed());
    }

    [Fact]
    public async Task NewGuid_OfTwoInstances_Differs()
    {
        await Host(new CatalogBuilder().Orchestration("guid", context => Task.FromResult(context.NewGuid())));
        await Run("guid", "a");
        await Run("guid", "b");
        var guids = new[] { await Output<Guid>("a"), await Output<Guid>("b") };
        Assert.NotEqual(guids[0], guids[1]);
        Assert.All(guids, guid => Assert.Equal(5, guid.Version));
    }

    [Fact]
    public async Task CurrentTime_IsTheSameAtEveryReplay()
    {
        await Host(Watcher(context => context.CurrentTime.ToString("O")));
        await RunWithCrash();
        Assert.Equal(Before()[..2], Replayed());
        Assert.Equal(Before().Order(StringComparer.Ordinal), Before());
    }

    [Fact]
    public async Task CurrentTime_IsTheHostsTime_InUtc()
    {
        await Host(new CatalogBuilder().Orchestration("time", context => Task.FromResult(context.CurrentTime)));
        var before = Fixture.Now;
        await Run("time", "a");
        var time = await Output<DateTimeOffset>("a");
        Assert.Equal(TimeSpan.Zero, time.Offset);
        Assert.InRange(time, before, Fixture.Now);
    }

    [Fact]
    public async Task IsReplaying_IsTrueForWhatHappenedBefore_AndFalseForWhatIsNew()
    {
        await Host(Watcher(_ => "x"));
        await RunWithCrash();
        Assert.Equal([false, false, true, true, false], _seen.Select(seen => seen.IsReplaying));
    }

    [Fact]
    public async Task Context_KnowsItsInstance()
    {
        await Host(new CatalogBuilder()
            .Orchestration("who", async context => $"{context.Name}/{context.InstanceId}/" + await context.CallActivityAsync<string>("who?", null))
            .Activity<object?, string>("who?", (context, _, _) => Task.FromResult($"{context.Name}/{context.InstanceId}")));
        await Run("who", "a b");
        Assert.Equal("who/a b/who?/a b", await Output<string>("a b"));
    }

    [Fact]
    public async Task Continuations_OfManyBranches_InterleaveTheSameWay()
    {
        await Host(new CatalogBuilder()
            .Orchestration("branches", async context =>
            {
                List<string> order = [];
                async Task Branch(int branch)
                {
                    for (var step = 0; step < 3; step++)
                    {
                        order.Add($"{branch}.{step}");
                        await context.CallActivityAsync<int>("work", branch);
                        await Task.Yield();
                    }
                }

                await Task.WhenAll(Enumerable.Range(0, 8).Select(Branch));
                var first = string.Join(' ', order);
                _seen.Enqueue((first, context.IsReplaying));
                return await context.WaitForExternalEventAsync<bool>("go") ? first : "";
            })
            .Activity<int, int>("work", branch => branch));
        await Start("branches", "a");
        await Until(() => _seen.Count == 1);
        await Restart();
        await Client.RaiseEventAsync("a", "go", true, Token);
        var output = await Output<string>("a");
        Assert.All(_seen, seen => Assert.Equal(output, seen.Value));
        Assert.Equal(24, output!.Split(' ').Length);
    }

    /// <summary>Notes a value at its start, after an event, and after another.</summary>
    private CatalogBuilder Watcher(Func<IOrchestrationContext, string> watch) => new CatalogBuilder().Orchestration("watch", async context =>
    {
        _seen.Enqueue((watch(context), context.IsReplaying));
        await context.WaitForExternalEventAsync<bool>("go");
        _seen.Enqueue((watch(context), context.IsReplaying));
        await context.WaitForExternalEventAsync<bool>("go");
        _seen.Enqueue((watch(context), context.IsReplaying));
        return true;
    });

    private async Task RunWithCrash()
    {
        await Start("watch", "a");
        await UntilStatus("a", OrchestrationStatus.Running);
        await Fixture.PassTimeAsync(TimeSpan.FromSeconds(1));
        await Client.RaiseEventAsync("a", "go", true, Token);
        await Until(() => _seen.Count == 2);
        await Fixture.PassTimeAsync(TimeSpan.FromSeconds(1));
        await Restart();
        await Client.RaiseEventAsync("a", "go", true, Token);
        await Output<bool>("a");
    }

    private List<string> Before() => [.. _seen.Where(seen => !seen.IsReplaying).Select(seen => seen.Value)];

    private List<string> Replayed() => [.. _seen.Where(seen => seen.IsReplaying).Select(seen => seen.Value)];
}
