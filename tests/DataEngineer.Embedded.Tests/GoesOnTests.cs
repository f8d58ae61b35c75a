using DataEngineer.Conformance;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.Tests;

public sealed class GoesOnTests : IDisposable
{
    private readonly TestJournal _journal = new();
    private readonly Deliveries _deliveries = new();
    private int _before;

    private IEnumerable<string?> DeliveredSince => _deliveries.All.Skip(_before).Select(delivery => delivery.Input);

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task OnlyTheInstancesAskedFor_GoOn()
    {
        await StartAndCrashAsync();
        var host = await _journal.OpenAsync(Parents(Passes), options => options.GoesOn = id => id == "a");
        Assert.Equal("\"done\"", (await TestJournal.WaitAsync(host, "a")).Output);
        Assert.Equal(OrchestrationStatus.Running, (await host.Client.GetAsync("b", TestJournal.Token))!.Status);
        Assert.Equal(["a"], DeliveredSince);
    }

    [Fact]
    public async Task OneThatStayedBack_GoesOnWhenItIsNextAskedFor()
    {
        await StartAndCrashAsync();
        await using (await _journal.OpenAsync(Parents(Passes), options => options.GoesOn = _ => false))
        {
        }

        Assert.Equal("\"done\"", (await TestJournal.WaitAsync(await _journal.OpenAsync(Parents(Passes)), "b")).Output);
    }

    [Fact]
    public async Task OneThatStayedBack_CanBeTerminated_WithItsChildren()
    {
        await StartAndCrashAsync();
        var host = await _journal.OpenAsync(Parents(Passes), options => options.GoesOn = _ => false);
        await host.Client.TerminateAsync("b", "Not needed.", TestJournal.Token);
        Assert.Equal(OrchestrationStatus.Terminated, (await TestJournal.WaitAsync(host, "b")).Status);
        Assert.Equal(OrchestrationStatus.Terminated, (await TestJournal.WaitAsync(host, "b-child")).Status);
        Assert.Empty(DeliveredSince);
    }

    private async Task StartAndCrashAsync()
    {
        var arrived = new SemaphoreSlim(0);
        var host = await _journal.OpenAsync(Parents(async cancellationToken =>
        {
            arrived.Release();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }));
        await host.Client.StartAsync("parent", "a", "a", TestJournal.Token);
        await host.Client.StartAsync("parent", "b", "b", TestJournal.Token);
        await arrived.WaitAsync(TestJournal.Token);
        await arrived.WaitAsync(TestJournal.Token);
        host.Crash();
        _before = _deliveries.All.Count;
    }

    private static Task Passes(CancellationToken cancellationToken) => Task.CompletedTask;

    private CatalogBuilder Parents(Func<CancellationToken, Task> work) => new CatalogBuilder()
        .Orchestration("parent", context => context.CallSubOrchestrationAsync<string>("child", context.GetInput<string>(), $"{context.InstanceId}-child"))
        .Orchestration("child", context => context.CallActivityAsync<string>("work", context.GetInput<string>()))
        .Activity<string, string>("work", async (context, input, cancellationToken) =>
        {
            _deliveries.Note(context, input);
            await work(cancellationToken);
            return "done";
        });
}
