using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Conformance;

/// <summary>Instances that start themselves afresh.</summary>
public abstract class ContinueAsNewBehaviour(IDurableHostFixture fixture) : DurableBehaviour(fixture)
{
    [Fact]
    public async Task ContinueAsNew_RunsAgainWithTheNewInput()
    {
        await Host(Counter());
        await Run("count", "a", new Count(0, 25));
        Assert.Equal(25, await Output<int>("a"));
        Assert.Equal("""{"done":25,"wanted":25}""", (await Get("a")).Input);
    }

    [Fact]
    public async Task ContinueAsNew_KeepsIdNameAndCreation()
    {
        await Host(Collector(preserve: true));
        await Start("collect", "a", "");
        await UntilAt("a", "waiting");
        var before = await Get("a");
        await Raise("one");
        await Until(async () => (await Get("a")).ReadCustomStatus<string>() == "waiting" && (await Get("a")).Input == "\"one\"");
        var after = await Get("a");
        Assert.Equal((before.InstanceId, before.Name, before.CreatedAt), (after.InstanceId, after.Name, after.CreatedAt));
        Assert.Equal(OrchestrationStatus.Running, after.Status);
    }

    [Fact]
    public async Task ContinueAsNew_CarriesUnconsumedEventsOver()
    {
        await Host(Collector(preserve: true));
        await Start("collect", "a", "");
        foreach (var item in new[] { "1", "2", "3", "end" })
        {
            await Raise(item);
        }

        Assert.Equal("123", await Output<string>("a"));
    }

    [Fact]
    public async Task ContinueAsNew_ThatDoesNotPreserve_DropsWhatWasNotConsumed()
    {
        var gate = new Gate();
        await Host(new CatalogBuilder()
            .Orchestration("once", async context =>
            {
                if (context.GetInput<string>() == "second")
                {
                    context.SetCustomStatus("second");
                    return await context.WaitForExternalEventAsync<string>("item");
                }

                await context.CallActivityAsync<bool>("pause", null);
                context.ContinueAsNew("second", preserveUnprocessedEvents: false);
                return "";
            })
            .Activity<object?, bool>("pause", async (_, _, token) =>
            {
                await gate.PassAsync(token);
                return true;
            }));
        await Start("once", "a", "first");
        await Soon(gate.Arrived);
        await Raise("before");
        gate.Open();
        await UntilAt("a", "second");
        await Raise("after");
        Assert.Equal("after", await Output<string>("a"));
    }

    [Fact]
    public async Task ContinueAsNew_SurvivesACrash_WithTheCarriedEvents()
    {
        await Host(Collector(preserve: true));
        await Start("collect", "a", "");
        await Raise("1");
        await Raise("2");
        await Until(async () => (await Get("a")).Input == "\"12\"");
        await Restart();
        await Raise("3");
        await Restart();
        await Raise("end");
        Assert.Equal("123", await Output<string>("a"));
    }

    [Fact]
    public async Task ContinueAsNew_IgnoresResultsOfTheExecutionBefore()
    {
        var gate = new Gate();
        await Host(new CatalogBuilder()
            .Orchestration("leave", async context =>
            {
                if (context.GetInput<bool>())
                {
                    return await context.CallActivityAsync<string>("new", null);
                }

                _ = context.CallActivityAsync<string>("old", null);
                await context.WaitForExternalEventAsync<bool>("go");
                context.ContinueAsNew(true);
                return "";
            })
            .Activity<object?, string>("old", async (_, _, _) =>
            {
                await gate.PassAsync(CancellationToken.None);
                return "old";
            })
            .Activity<object?, string>("new", async (_, _, _) =>
            {
                gate.Open();
                await Task.Yield();
                return "new";
            }));
        await Start("leave", "a", false);
        await Soon(gate.Arrived);
        await Client.RaiseEventAsync("a", "go", true, Token);
        Assert.Equal("new", await Output<string>("a"));
    }

    [Fact]
    public async Task ContinueAsNew_ThenAnException_Fails()
    {
        await Host(new CatalogBuilder().Orchestration<int>("break", context =>
        {
            context.ContinueAsNew(1);
            throw new InvalidOperationException("after all");
        }));
        var ended = await Run("break", "a");
        Assert.Equal((OrchestrationStatus.Failed, "after all"), (ended.Status, ended.Failure!.Message));
    }

    [Fact]
    public async Task ContinueAsNew_AsAChild_AnswersTheParentOnce()
    {
        await Host(Counter().Orchestration("parent", context => context.CallSubOrchestrationAsync<int>("count", new Count(0, 5), "child")));
        await Run("parent", "a");
        Assert.Equal(5, await Output<int>("a"));
    }

    private static CatalogBuilder Counter() => new CatalogBuilder()
        .Orchestration("count", async context =>
        {
            var count = context.GetInput<Count>()!;
            if (count.Done < count.Wanted)
            {
                context.ContinueAsNew(count with { Done = await context.CallActivityAsync<int>("next", count.Done) });
            }

            return count.Done;
        })
        .Activity<int, int>("next", i => i + 1);

    /// <summary>Appends each item to its input, in an execution of its own, until the item is "end".</summary>
    private static CatalogBuilder Collector(bool preserve) => new CatalogBuilder().Orchestration("collect", async context =>
    {
        context.SetCustomStatus("waiting");
        var collected = context.GetInput<string>();
        var item = await context.WaitForExternalEventAsync<string>("item");
        if (item != "end")
        {
            context.ContinueAsNew(collected + item, preserve);
        }

        return collected;
    });

    private Task Raise(string item) => Soon(Client.RaiseEventAsync("a", "item", item, Token));

    private sealed record Count(int Done, int Wanted);
}
