using DataEngineer.Conformance;

namespace DataEngineer.Embedded.Tests;

public sealed class StopTests : IDisposable
{
    private readonly TestJournal _journal = new();
    private readonly Gate _gate = new();
    private readonly Deliveries _deliveries = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task Stop_CancelsRunningActivities_AndTheyAreDeliveredAgain()
    {
        var host = await _journal.OpenAsync(Worker(obeys: true));
        await StartAtGate(host);
        await host.StopAsync(TestJournal.Token);
        Assert.True(host.Completion.IsCompletedSuccessfully);
        _gate.Open();
        Assert.Equal("true", (await TestJournal.WaitAsync(await _journal.OpenAsync(Worker(obeys: true)), "a")).Output);
        Assert.Equal(2, _deliveries.All.Count);
    }

    [Fact]
    public async Task Stop_KeepsTheResultOfAnActivityThatEndsInTime()
    {
        var host = await _journal.OpenAsync(Worker(obeys: false));
        await StartAtGate(host);
        var stopping = host.StopAsync(TestJournal.Token);
        _gate.Open();
        await stopping.WaitAsync(TimeSpan.FromSeconds(60), TestJournal.Token);
        Assert.Equal("true", (await TestJournal.WaitAsync(await _journal.OpenAsync(Worker(obeys: false)), "a")).Output);
        Assert.Single(_deliveries.All);
    }

    [Fact]
    public async Task Stop_WaitsNoLongerThanItsTimeout()
    {
        var host = await _journal.OpenAsync(Worker(obeys: false), options => options.ShutdownTimeout = TimeSpan.FromSeconds(7));
        await StartAtGate(host);
        var stopping = host.StopAsync(TestJournal.Token);
        _journal.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.False(stopping.IsCompleted);
        while (!stopping.IsCompleted)
        {
            _journal.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await stopping;
        _gate.Open();
    }

    [Fact]
    public async Task Stop_DispatchesNothingNew()
    {
        var host = await _journal.OpenAsync(new CatalogBuilder()
            .Orchestration("two", async context => await context.CallActivityAsync<bool>("work", 1) && await context.CallActivityAsync<bool>("work", 2))
            .Activity<int, bool>("work", async (context, input, _) =>
            {
                _deliveries.Note(context, input);
                await _gate.PassAsync(CancellationToken.None);
                return true;
            }));
        await host.Client.StartAsync("two", "a", null, TestJournal.Token);
        await _gate.Arrived.WaitAsync(TimeSpan.FromSeconds(60), TestJournal.Token);
        var stopping = host.StopAsync(TestJournal.Token);
        _gate.Open();
        await stopping.WaitAsync(TimeSpan.FromSeconds(60), TestJournal.Token);
        Assert.Equal(["1"], _deliveries.All.Select(delivery => delivery.Input));
    }

    [Fact]
    public async Task Stop_FailsThoseWhoWait_AndSaysThatWorkGoesOn()
    {
        var host = await _journal.OpenAsync(Worker(obeys: true));
        await StartAtGate(host);
        var waiting = host.Client.WaitForCompletionAsync("a", TestJournal.Token);
        await host.StopAsync(TestJournal.Token);
        var stopped = await Assert.ThrowsAsync<HostStoppedException>(() => waiting);
        Assert.Contains("go on when a host opens it again", stopped.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<HostStoppedException>(() => host.Client.StartAsync("work", "b", null, TestJournal.Token));
    }

    [Fact]
    public async Task Stop_TwiceAndDispose_AreHarmless()
    {
        var host = await _journal.OpenAsync(Worker(obeys: true));
        await Task.WhenAll(host.StopAsync(TestJournal.Token), host.StopAsync(TestJournal.Token));
        await host.DisposeAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Stop_LeavesOneFileBesideTheLock()
    {
        var host = await _journal.OpenAsync(Worker(obeys: true));
        await host.StopAsync(TestJournal.Token);
        var files = Directory.GetFiles(Path.GetDirectoryName(_journal.Path)!).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(["journal.db", "journal.db.lock"], files);
    }

    private async Task StartAtGate(EmbeddedHost host)
    {
        await host.Client.StartAsync("work", "a", null, TestJournal.Token);
        await _gate.Arrived.WaitAsync(TimeSpan.FromSeconds(60), TestJournal.Token);
    }

    private CatalogBuilder Worker(bool obeys) => new CatalogBuilder()
        .Orchestration("work", context => context.CallActivityAsync<bool>("work", null))
        .Activity<object?, bool>("work", async (context, input, token) =>
        {
            _deliveries.Note(context, input);
            await _gate.PassAsync(obeys ? token : CancellationToken.None);
            return true;
        });
}
