using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Conformance;

/// <summary>Instances that cannot run: they fail alone and say why.</summary>
public abstract class PoisonBehaviour(IDurableHostFixture fixture) : DurableBehaviour(fixture)
{
    [Fact]
    public async Task Orchestration_NotRegistered_FailsAndNamesWhatIs()
    {
        await Host(Various());
        var ended = await Run("thorws", "a");
        Assert.Equal(OrchestrationStatus.Failed, ended.Status);
        Assert.Contains("'thorws'", ended.Failure!.Message, StringComparison.Ordinal);
        Assert.Contains("throws", ended.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activity_NotRegistered_FailsAndNamesWhatIs()
    {
        await Host(Various());
        var ended = await Run("calls unknown", "a");
        Assert.Equal(OrchestrationStatus.Failed, ended.Status);
        Assert.Contains("'fine activty'", ended.Failure!.Message, StringComparison.Ordinal);
        Assert.Contains("fine activity", ended.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Orchestration_Throws_FailsWithTypeAndMessage()
    {
        await Host(Various());
        var ended = await Run("throws", "a");
        Assert.Equal(new OrchestrationFailure("System.InvalidOperationException", "no such plan"), ended.Failure);
        Assert.Null(ended.Output);
    }

    [Fact]
    public async Task Orchestration_ThrowsAfterAnAwait_FailsTheSameWay()
    {
        await Host(Various());
        var ended = await Run("throws later", "a");
        Assert.Equal(new OrchestrationFailure("System.InvalidOperationException", "no such plan"), ended.Failure);
    }

    [Fact]
    public async Task Input_OfAnotherShape_FailsTheInstance()
    {
        await Host(Various());
        Assert.Equal(OrchestrationStatus.Failed, (await Run("reads number", "a", "not a number")).Status);
    }

    [Fact]
    public async Task Output_OfAnActivityOfAnotherShape_FailsTheInstance()
    {
        await Host(Various());
        Assert.Equal(OrchestrationStatus.Failed, (await Run("misreads", "a")).Status);
    }

    [Fact]
    public async Task Output_ThatCannotBeSerialised_FailsTheInstance()
    {
        await Host(Various());
        Assert.Equal(OrchestrationStatus.Failed, (await Run("returns a type", "a")).Status);
    }

    [Fact]
    public async Task Poison_LeavesOthersAlone_AlsoAfterACrash()
    {
        await Host(Various());
        await Start("waits", "good");
        foreach (var name in new[] { "throws", "calls unknown", "thorws", "misreads" })
        {
            await Run(name, name);
        }

        await Restart();
        await Client.RaiseEventAsync("good", "go", true, Token);
        Assert.True(await Output<bool>("good"));
        Assert.Equal(OrchestrationStatus.Failed, (await Get("throws")).Status);
    }

    private static CatalogBuilder Various() => new CatalogBuilder()
        .Orchestration("calls unknown", context => context.CallActivityAsync<int>("fine activty", null))
        .Orchestration<int>("throws", _ => throw new InvalidOperationException("no such plan"))
        .Orchestration<int>("throws later", async context =>
        {
            await context.CallActivityAsync<string>("fine activity", null);
            throw new InvalidOperationException("no such plan");
        })
        .Orchestration("reads number", context => Task.FromResult(context.GetInput<int>()))
        .Orchestration("misreads", context => context.CallActivityAsync<int>("fine activity", null))
        .Orchestration("returns a type", _ => Task.FromResult(typeof(string)))
        .Orchestration("waits", context => context.WaitForExternalEventAsync<bool>("go"))
        .Activity<object?, string>("fine activity", _ => "fine");
}
