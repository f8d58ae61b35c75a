using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Conformance;

/// <summary>Ending instances from outside.</summary>
public abstract class TerminationBehaviour(IDurableHostFixture fixture) : DurableBehaviour(fixture)
{
    private readonly Gate _gate = new();

    [Fact]
    public async Task Terminate_OfAWaitingInstance_EndsItWithTheReason()
    {
        await Host(Worker(obeys: true));
        await Start("wait", "a");
        await UntilStatus("a", OrchestrationStatus.Running);
        await Soon(Client.TerminateAsync("a", "wrong customer", Token));
        var ended = await Wait("a");
        Assert.Equal(OrchestrationStatus.Terminated, ended.Status);
        Assert.Equal("wrong customer", ended.Failure!.Message);
        Assert.True(ended.IsFinal);
    }

    [Fact]
    public async Task Terminate_CancelsTheTokenOfARunningActivity()
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Host(new CatalogBuilder()
            .Orchestration("work", context => context.CallActivityAsync<bool>("work", null))
            .Activity<object?, bool>("work", async (_, _, token) =>
            {
                await using var registration = token.Register(() => cancelled.TrySetResult());
                await _gate.PassAsync(CancellationToken.None);
                return true;
            }));
        await Start("work", "a");
        await Soon(_gate.Arrived);
        await Soon(Client.TerminateAsync("a", "stop", Token));
        await Soon(cancelled.Task);
        _gate.Open();
        Assert.Equal(OrchestrationStatus.Terminated, (await Wait("a")).Status);
    }

    [Fact]
    public async Task Terminate_ThenTheActivityEnds_ItsResultIsIgnored()
    {
        await Host(Worker(obeys: false));
        await Start("work", "a");
        await Soon(_gate.Arrived);
        await Soon(Client.TerminateAsync("a", "stop", Token));
        var before = await Get("a");
        _gate.Open();
        await Run("wait", "other", 0);
        Assert.Equal(before, await Get("a"));
    }

    [Fact]
    public async Task Terminate_SurvivesACrash()
    {
        await Host(Worker(obeys: true));
        await Start("work", "a");
        await Soon(_gate.Arrived);
        await Soon(Client.TerminateAsync("a", "stop", Token));
        await Restart();
        Assert.Equal(OrchestrationStatus.Terminated, (await Get("a")).Status);
    }

    [Fact]
    public async Task Terminate_OfAnEndedInstance_ChangesNothing()
    {
        await Host(Worker(obeys: true));
        await Run("wait", "a", 0);
        var before = await Get("a");
        await Soon(Client.TerminateAsync("a", "too late", Token));
        Assert.Equal(before, await Get("a"));
    }

    [Fact]
    public async Task Terminate_OfAnUnknownInstance_Throws()
    {
        await Host(Worker(obeys: true));
        await Assert.ThrowsAsync<InstanceNotFoundException>(() => Client.TerminateAsync("nobody", "stop", Token));
    }

    [Fact]
    public async Task Terminate_OfASuspendedInstance_EndsIt()
    {
        await Host(Worker(obeys: true));
        await Start("wait", "a");
        await Soon(Client.SuspendAsync("a", "hold", Token));
        await Soon(Client.TerminateAsync("a", "stop", Token));
        Assert.Equal(OrchestrationStatus.Terminated, (await Wait("a")).Status);
    }

    /// <summary>"wait" waits for an event unless its input is 0; "work" runs an activity that waits at the gate.</summary>
    private CatalogBuilder Worker(bool obeys) => new CatalogBuilder()
        .Orchestration("wait", async context => context.GetInput<int?>() == 0 || await context.WaitForExternalEventAsync<bool>("go"))
        .Orchestration("work", context => context.CallActivityAsync<bool>("work", null))
        .Activity<object?, bool>("work", async (_, _, token) =>
        {
            await _gate.PassAsync(obeys ? token : CancellationToken.None);
            return true;
        });
}
