using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Conformance;

/// <summary>External events.</summary>
public abstract class EventBehaviour(IDurableHostFixture fixture) : DurableBehaviour(fixture)
{
    [Fact]
    public async Task Event_RaisedBeforeAnyoneWaits_IsKept()
    {
        var gate = new Gate();
        await Host(Collector().Activity<object?, bool>("pause", async (_, _, token) =>
        {
            await gate.PassAsync(token);
            return true;
        }));
        await Start("collect", "a", new Collect("item", 2, true));
        await Soon(gate.Arrived);
        await Raise("a", "item", "one");
        await Raise("a", "item", "two");
        gate.Open();
        Assert.Equal(["one", "two"], await Output<List<string>>("a"));
    }

    [Fact]
    public async Task Event_RaisedRightAfterTheStart_IsKept()
    {
        await Host(Collector());
        await Start("collect", "a", new Collect("item", 1, false));
        await Raise("a", "item", "early");
        Assert.Equal(["early"], await Output<List<string>>("a"));
    }

    [Fact]
    public async Task Events_OfOneName_ArriveInOrder()
    {
        await Host(Collector());
        await Start("collect", "a", new Collect("item", 20, false));
        for (var i = 0; i < 20; i++)
        {
            await Raise("a", "item", i.ToString());
        }

        Assert.Equal(Enumerable.Range(0, 20).Select(i => i.ToString()), await Output<List<string>>("a"));
    }

    [Theory]
    [InlineData("Item")]
    [InlineData("ITEM")]
    public async Task EventName_IsComparedIgnoringCase(string raised)
    {
        await Host(Collector());
        await Start("collect", "a", new Collect("item", 1, false));
        await Raise("a", raised, "x");
        Assert.Equal(["x"], await Output<List<string>>("a"));
    }

    [Fact]
    public async Task Events_OfOtherNames_DoNotWakeTheWaiter()
    {
        await Host(Collector());
        await Start("collect", "a", new Collect("item", 1, false));
        await Raise("a", "other", "wrong");
        await Raise("a", "item", "right");
        Assert.Equal(["right"], await Output<List<string>>("a"));
    }

    [Fact]
    public async Task Waiters_OfOneName_AreServedFirstComeFirstServed()
    {
        await Host(new CatalogBuilder().Orchestration("three", async context =>
        {
            var waiters = Enumerable.Range(0, 3).Select(_ => context.WaitForExternalEventAsync<string>("item")).ToList();
            return await Task.WhenAll(waiters);
        }));
        await Start("three", "a");
        foreach (var item in new[] { "first", "second", "third" })
        {
            await Raise("a", "item", item);
        }

        Assert.Equal(["first", "second", "third"], await Output<List<string>>("a"));
    }

    [Fact]
    public async Task Events_KeptAndConsumed_SurviveACrash()
    {
        await Host(Collector());
        await Start("collect", "a", new Collect("item", 3, false));
        await Raise("a", "item", "one");
        await Raise("a", "item", "two");
        await Restart();
        await Raise("a", "item", "three");
        Assert.Equal(["one", "two", "three"], await Output<List<string>>("a"));
    }

    [Fact]
    public async Task Event_ForAnEndedInstance_IsDropped()
    {
        await Host(Collector());
        await Run("collect", "a", new Collect("item", 0, false));
        var before = await Get("a");
        await Raise("a", "item", "late");
        Assert.Equal(before, await Get("a"));
    }

    [Fact]
    public async Task Event_ForAnUnknownInstance_Throws()
    {
        await Host(Collector());
        var unknown = await Assert.ThrowsAsync<InstanceNotFoundException>(() => Raise("nobody", "item", "x"));
        Assert.Equal("nobody", unknown.InstanceId);
    }

    [Fact]
    public async Task Wait_Cancelled_LeavesTheEventToTheNextWaiter()
    {
        await Host(new CatalogBuilder().Orchestration("second", async context =>
        {
            using var cancellation = new CancellationTokenSource();
            var first = context.WaitForExternalEventAsync<string>("item", cancellation.Token);
            var second = context.WaitForExternalEventAsync<string>("item");
            cancellation.CancelHere();
            try
            {
                return "first got " + await first;
            }
            catch (OperationCanceledException)
            {
                return "second got " + await second;
            }
        }));
        await Start("second", "a");
        await Raise("a", "item", "x");
        Assert.Equal("second got x", await Output<string>("a"));
    }

    [Fact]
    public async Task Event_WithoutPayload_IsTheDefault()
    {
        await Host(new CatalogBuilder().Orchestration("signal", async context => await context.WaitForExternalEventAsync<string?>("signal") is null));
        await Start("signal", "a");
        await Raise("a", "signal", null);
        Assert.True(await Output<bool>("a"));
    }

    private static CatalogBuilder Collector() => new CatalogBuilder().Orchestration("collect", async context =>
    {
        var wanted = context.GetInput<Collect>()!;
        if (wanted.PauseFirst)
        {
            await context.CallActivityAsync<bool>("pause", null);
        }

        List<string> items = [];
        while (items.Count < wanted.Count)
        {
            items.Add(await context.WaitForExternalEventAsync<string>(wanted.Name));
        }

        return items;
    });

    private Task Raise(string id, string name, object? payload) => Soon(Client.RaiseEventAsync(id, name, payload, Token));

    private sealed record Collect(string Name, int Count, bool PauseFirst);
}
