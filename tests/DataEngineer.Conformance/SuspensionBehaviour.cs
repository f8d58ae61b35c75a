using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Conformance;

/// <summary>Holding instances back.</summary>
public abstract class SuspensionBehaviour(IDurableHostFixture fixture) : DurableBehaviour(fixture)
{
    private readonly Gate _gate = new();
    private readonly Deliveries _deliveries = new();

    [Fact]
    public async Task Suspend_ShowsTheStatus_AndResumeShowsItAgain()
    {
        await Host(Steps());
        await StartAtGate();
        await Soon(Client.SuspendAsync("a", "hold", Token));
        Assert.Equal(OrchestrationStatus.Suspended, (await Get("a")).Status);
        await Soon(Client.ResumeAsync("a", "go on", Token));
        Assert.Equal(OrchestrationStatus.Running, (await Get("a")).Status);
    }

    [Fact]
    public async Task Suspend_LetsTheRunningActivityEnd_ButStartsNothingNew()
    {
        await Host(Steps());
        await StartAtGate();
        await Soon(Client.SuspendAsync("a", "hold", Token));
        _gate.Open();
        await Run("steps", "other", "free");
        Assert.Equal(0, _deliveries.All.Count(delivery => delivery is { InstanceId: "a", Input: "2" }));
        await Soon(Client.ResumeAsync("a", "go on", Token));
        Assert.Equal("done", await Output<string>("a"));
    }

    [Fact]
    public async Task Suspend_SurvivesACrash_AndGoesOnOnceResumed()
    {
        await Host(Steps());
        await StartAtGate();
        await Soon(Client.SuspendAsync("a", "hold", Token));
        _gate.Open();
        await Run("steps", "other", "free");
        await Restart();
        Assert.Equal(OrchestrationStatus.Suspended, (await Get("a")).Status);
        await Soon(Client.ResumeAsync("a", "go on", Token));
        Assert.Equal("done", await Output<string>("a"));
        Assert.Equal(1, _deliveries.All.Count(delivery => delivery is { InstanceId: "a", Input: "2" }));
    }

    [Fact]
    public async Task Events_RaisedWhileSuspended_ArriveAtTheResumptionInOrder()
    {
        await Host(new CatalogBuilder().Orchestration("two", async context =>
            await context.WaitForExternalEventAsync<string>("item") + await context.WaitForExternalEventAsync<string>("item")));
        await Start("two", "a");
        await Soon(Client.SuspendAsync("a", "hold", Token));
        await Client.RaiseEventAsync("a", "item", "x", Token);
        await Client.RaiseEventAsync("a", "item", "y", Token);
        await Restart();
        Assert.Equal(OrchestrationStatus.Suspended, (await Get("a")).Status);
        await Soon(Client.ResumeAsync("a", "go on", Token));
        Assert.Equal("xy", await Output<string>("a"));
    }

    [Fact]
    public async Task Timer_DueWhileSuspended_FiresAtTheResumption()
    {
        await Host(new CatalogBuilder().Orchestration("sleep", async context =>
        {
            await context.CreateTimerAsync(context.CurrentTime.AddSeconds(1));
            return "awake";
        }));
        await Start("sleep", "a");
        await UntilStatus("a", OrchestrationStatus.Running);
        await Soon(Client.SuspendAsync("a", "hold", Token));
        await Fixture.PassTimeAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(OrchestrationStatus.Suspended, (await Get("a")).Status);
        await Soon(Client.ResumeAsync("a", "go on", Token));
        Assert.Equal("awake", await Output<string>("a"));
    }

    [Fact]
    public async Task SuspendAndResume_Repeated_AreHarmless()
    {
        await Host(Steps());
        await StartAtGate();
        await Soon(Client.ResumeAsync("a", "not needed", Token));
        await Soon(Client.SuspendAsync("a", "hold", Token));
        await Soon(Client.SuspendAsync("a", "hold more", Token));
        await Soon(Client.ResumeAsync("a", "go on", Token));
        _gate.Open();
        Assert.Equal("done", await Output<string>("a"));
        await Soon(Client.SuspendAsync("a", "too late", Token));
        Assert.Equal(OrchestrationStatus.Completed, (await Get("a")).Status);
    }

    [Fact]
    public async Task SuspendAndResume_OfAnUnknownInstance_Throw()
    {
        await Host(Steps());
        await Assert.ThrowsAsync<InstanceNotFoundException>(() => Client.SuspendAsync("nobody", "hold", Token));
        await Assert.ThrowsAsync<InstanceNotFoundException>(() => Client.ResumeAsync("nobody", "go on", Token));
    }

    private async Task StartAtGate()
    {
        await Start("steps", "a", "held");
        await Soon(_gate.Arrived);
    }

    /// <summary>Two steps; the first waits at the gate unless the input is "free".</summary>
    private CatalogBuilder Steps() => new CatalogBuilder()
        .Orchestration("steps", async context =>
        {
            await context.CallActivityAsync<bool>("step", new Step(1, context.GetInput<string>() == "held"));
            await context.CallActivityAsync<bool>("step", new Step(2, false));
            return "done";
        })
        .Activity<Step, bool>("step", async (context, step, token) =>
        {
            _deliveries.Note(context, step.Number);
            if (step.IsHeld)
            {
                await _gate.PassAsync(token);
            }

            return true;
        });

    private sealed record Step(int Number, bool IsHeld);
}
