using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Conformance;

/// <summary>Orchestrations that call orchestrations.</summary>
public abstract class SubOrchestrationBehaviour(IDurableHostFixture fixture) : DurableBehaviour(fixture)
{
    [Fact]
    public async Task Child_Output_ReachesTheParent()
    {
        await Host(Family());
        await Run("parent", "a", new[] { "double", "double" });
        Assert.Equal([0, 2], await Output<List<int>>("a"));
    }

    [Fact]
    public async Task Child_WithAnIdOfItsOwn_IsAnInstanceLikeAnyOther()
    {
        await Host(Family());
        await Run("named", "a", "the-child");
        Assert.Equal(42, await Output<int>("a"));
        var child = await Get("the-child");
        Assert.Equal(("double", OrchestrationStatus.Completed, "42"), (child.Name, child.Status, child.Output));
    }

    [Fact]
    public async Task Child_Fails_ParentSeesWhoAndWhy()
    {
        await Host(Family());
        await Run("catch", "a", "break");
        Assert.Equal("the-child|System.InvalidOperationException|broken child", await Output<string>("a"));
    }

    [Fact]
    public async Task Child_OfAnUnknownName_FailsAndNamesWhatIsRegistered()
    {
        await Host(Family());
        await Run("catch", "a", "dubble");
        var seen = await Output<string>("a");
        Assert.Contains("dubble", seen, StringComparison.Ordinal);
        Assert.Contains("double", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Child_Terminated_ParentSeesAFailure()
    {
        await Host(Family());
        await Start("catch", "a", "forever");
        await UntilChildRuns("the-child");
        await Client.TerminateAsync("the-child", "no longer needed", Token);
        Assert.Contains("no longer needed", await Output<string>("a"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Child_IdThatAnotherInstanceHas_FailsTheCallOnly()
    {
        await Host(Family());
        await Start("forever", "the-child");
        await Run("catch", "a", "double");
        Assert.Contains("the-child", await Output<string>("a"), StringComparison.Ordinal);
        Assert.Equal(OrchestrationStatus.Running, await StatusOnceBegun("the-child"));
    }

    [Fact]
    public async Task Parent_Terminated_EndsItsChildrenAndTheirs()
    {
        await Host(Family());
        await Start("nest", "a", 3);
        await UntilChildRuns("a/1/2/3");
        await Soon(Client.TerminateAsync("a", "stop all", Token));
        foreach (var id in new[] { "a", "a/1", "a/1/2", "a/1/2/3" })
        {
            Assert.Equal(OrchestrationStatus.Terminated, (await Wait(id)).Status);
        }
    }

    [Fact]
    public async Task Parent_Terminated_EndsItsChildrenAlsoAfterACrash()
    {
        await Host(Family());
        await Start("nest", "a", 2);
        await UntilChildRuns("a/1/2");
        await Restart();
        await Soon(Client.TerminateAsync("a", "stop all", Token));
        await Restart();
        Assert.Equal(OrchestrationStatus.Terminated, (await Wait("a/1/2")).Status);
    }

    [Fact]
    public async Task Parent_Purged_ForgetsItsChildren()
    {
        await Host(Family());
        await Run("named", "a", "the-child");
        Assert.True(await Client.PurgeAsync("a", Token));
        Assert.Null(await Client.GetAsync("the-child", Token));
        Assert.True(await Start("double", "the-child", 1));
        Assert.Equal(2, await Output<int>("the-child"));
    }

    [Fact]
    public async Task Child_WithoutAnId_KeepsItsIdThroughACrash()
    {
        await Host(Family());
        await Start("anonymous", "a");
        await Until(async () => await Children() == 1);
        await Restart();
        await Client.RaiseEventAsync("a", "go", true, Token);
        await Output<bool>("a");
        Assert.Equal(1, await Children());

        async Task<int> Children()
        {
            var count = 0;
            await foreach (var instance in Client.ListAsync("", Token))
            {
                count += instance.Name == "double" && instance.IsFinal ? 1 : 0;
            }

            return count;
        }
    }

    [Fact]
    public async Task Child_StillRunning_GoesOnAfterACrashAndAnswersItsParent()
    {
        await Host(Family());
        await Start("catch", "a", "signal");
        await UntilChildRuns("the-child");
        await Restart();
        await Client.RaiseEventAsync("the-child", "signal", 7, Token);
        Assert.Equal("7", await Output<string>("a"));
    }

    [Fact]
    public async Task Children_FannedOut_AllAnswer()
    {
        await Host(Family());
        await Run("parent", "a", Enumerable.Repeat("double", 60).ToArray());
        Assert.Equal(Enumerable.Range(0, 60).Select(i => i * 2), await Output<List<int>>("a"));
    }

    private static CatalogBuilder Family() => new CatalogBuilder()
        .Orchestration("double", context => Task.FromResult(context.GetInput<int>() * 2))
        .Orchestration<int>("break", _ => throw new InvalidOperationException("broken child"))
        .Orchestration("forever", context => context.WaitForExternalEventAsync<int>("never"))
        .Orchestration("signal", context => context.WaitForExternalEventAsync<int>("signal"))
        .Orchestration("parent", context =>
            Task.WhenAll(context.GetInput<string[]>()!.Select((name, i) => context.CallSubOrchestrationAsync<int>(name, i))))
        .Orchestration("named", context => context.CallSubOrchestrationAsync<int>("double", 21, context.GetInput<string>()))
        .Orchestration("anonymous", async context =>
        {
            await context.CallSubOrchestrationAsync<int>("double", 1);
            return await context.WaitForExternalEventAsync<bool>("go");
        })
        .Orchestration("nest", async context =>
        {
            var depth = context.GetInput<int>();
            var level = context.InstanceId.Count(letter => letter == '/') + 1;
            return level > depth
                ? await context.WaitForExternalEventAsync<int>("never")
                : await context.CallSubOrchestrationAsync<int>("nest", depth, $"{context.InstanceId}/{level}");
        })
        .Orchestration("catch", async context =>
        {
            try
            {
                return (await context.CallSubOrchestrationAsync<int>(context.GetInput<string>()!, 1, "the-child")).ToString();
            }
            catch (SubOrchestrationFailedException failed)
            {
                return $"{failed.InstanceId}|{failed.Failure.ErrorType}|{failed.Failure.Message}";
            }
        });

    private Task UntilChildRuns(string id) => Until(async () => await Client.GetAsync(id, Token) is { Status: OrchestrationStatus.Running });

    private async Task<OrchestrationStatus> StatusOnceBegun(string id)
    {
        await Until(async () => (await Get(id)).Status != OrchestrationStatus.Pending);
        return (await Get(id)).Status;
    }
}
