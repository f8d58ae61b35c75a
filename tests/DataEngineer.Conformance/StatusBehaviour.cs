using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Conformance;

/// <summary>What clients are shown of an instance.</summary>
public abstract class StatusBehaviour(IDurableHostFixture fixture) : DurableBehaviour(fixture)
{
    [Fact]
    public async Task Instance_Completed_ShowsNameInputOutputAndTimes()
    {
        await Host(Reporter());
        var before = Fixture.Now;
        await Run("report", "a", new { text = "hello" });
        var ended = await Get("a");
        Assert.Equal(("a", "report", OrchestrationStatus.Completed), (ended.InstanceId, ended.Name, ended.Status));
        Assert.Equal("""{"text":"hello"}""", ended.Input);
        Assert.Equal("\"done\"", ended.Output);
        Assert.Null(ended.Failure);
        Assert.True(ended.CreatedAt >= before && ended.UpdatedAt >= ended.CreatedAt, $"{before:O} {ended.CreatedAt:O} {ended.UpdatedAt:O}");
    }

    [Fact]
    public async Task CustomStatus_ShowsTheLastOneSet()
    {
        await Host(Reporter());
        await Start("stages", "a");
        await UntilAt("a", "second");
        await Client.RaiseEventAsync("a", "go", true, Token);
        Assert.Equal("\"third\"", (await Wait("a")).CustomStatus);
    }

    [Fact]
    public async Task CustomStatus_SetToNothing_IsCleared()
    {
        await Host(Reporter());
        Assert.Null((await Run("clears", "a")).CustomStatus);
    }

    [Theory]
    [InlineData(16 * 1024 - 2, OrchestrationStatus.Completed)]
    [InlineData(16 * 1024 - 1, OrchestrationStatus.Failed)]
    public async Task CustomStatus_MayHave16KiB(int letters, OrchestrationStatus expected)
    {
        await Host(Reporter());
        var ended = await Run("long", "a", letters);
        Assert.Equal(expected, ended.Status);
    }

    [Fact]
    public async Task Status_WhileAnActivityRuns_IsRunning()
    {
        var gate = new Gate();
        await Host(Reporter().Orchestration("works", context => context.CallActivityAsync<bool>("work", null))
            .Activity<object?, bool>("work", async (_, _, token) =>
            {
                await gate.PassAsync(token);
                return true;
            }));
        await Start("works", "a");
        await Soon(gate.Arrived);
        var running = await Get("a");
        Assert.Equal(OrchestrationStatus.Running, running.Status);
        Assert.False(running.IsFinal);
        Assert.Null(running.Output);
        gate.Open();
        await Output<bool>("a");
    }

    [Fact]
    public async Task UpdatedAt_FollowsTheHostsTime()
    {
        await Host(Reporter());
        await Start("stages", "a");
        await UntilAt("a", "second");
        var before = await Get("a");
        await Fixture.PassTimeAsync(TimeSpan.FromSeconds(1));
        await Client.RaiseEventAsync("a", "go", true, Token);
        var after = await Wait("a");
        Assert.Equal(before.CreatedAt, after.CreatedAt);
        Assert.True(after.UpdatedAt - before.UpdatedAt >= TimeSpan.FromSeconds(1));
    }

    private static CatalogBuilder Reporter() => new CatalogBuilder()
        .Orchestration("report", _ => Task.FromResult("done"))
        .Orchestration("stages", async context =>
        {
            context.SetCustomStatus("first");
            context.SetCustomStatus("second");
            await context.WaitForExternalEventAsync<bool>("go");
            context.SetCustomStatus("third");
            return true;
        })
        .Orchestration("clears", context =>
        {
            context.SetCustomStatus("something");
            context.SetCustomStatus(null);
            return Task.FromResult(true);
        })
        .Orchestration("long", context =>
        {
            context.SetCustomStatus(new string('x', context.GetInput<int>()));
            return Task.FromResult(true);
        });
}
