using DataEngineer.Conformance;
using DataEngineer.Embedded.Journal;

namespace DataEngineer.Embedded.Tests;

public sealed class JournalOwnershipTests : IDisposable
{
    private readonly TestJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task Open_WhileAnotherHostLives_IsRefusedAndNamesIt()
    {
        await _journal.OpenAsync(Waiting());
        var refused = await Assert.ThrowsAsync<JournalInUseException>(() => _journal.OpenAsync(Waiting()));
        Assert.Equal((Environment.ProcessId, Environment.MachineName), (refused.ProcessId, refused.Machine));
        Assert.Contains($"process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Stop that process", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_AfterRefusal_LeavesTheOwnerWorking()
    {
        var host = await _journal.OpenAsync(Waiting());
        await Assert.ThrowsAsync<JournalInUseException>(() => _journal.OpenAsync(Waiting()));
        await host.Client.StartAsync("wait", "a", null, TestJournal.Token);
        Assert.Equal("5", await Finish(host, "a"));
    }

    [Fact]
    public async Task Open_AfterACrash_TakesOverAtOnce()
    {
        (await _journal.OpenAsync(Waiting())).Crash();
        var host = await _journal.OpenAsync(Waiting());
        Assert.Equal("true", (await TestJournal.RunAsync(host, "done", "a")).Output);
    }

    [Fact]
    public async Task Owner_ThatRenewsItsLease_KeepsTheJournal()
    {
        await _journal.OpenAsync(Waiting());
        for (var i = 0; i < 10; i++)
        {
            var before = Lease();
            _journal.Time.Advance(TimeSpan.FromSeconds(11));
            await TestJournal.UntilAsync(() => Task.FromResult(Lease() > before));
        }

        await Assert.ThrowsAsync<JournalInUseException>(() => _journal.OpenAsync(Waiting()));
    }

    [Fact]
    public async Task Owner_PastItsLease_IsReplaced_AndCanCommitNothingMore()
    {
        var hung = await _journal.OpenAsync(Waiting());
        await hung.Client.StartAsync("wait", "a", null, TestJournal.Token);
        LetLeasePass();
        var host = await _journal.OpenAsync(Waiting());
        await Assert.ThrowsAsync<JournalOwnershipLostException>(() => hung.Client.RaiseEventAsync("a", "go", 1, TestJournal.Token));
        var lost = await Assert.ThrowsAsync<JournalOwnershipLostException>(() => hung.Completion.WaitAsync(TimeSpan.FromSeconds(60), TestJournal.Token));
        Assert.Contains("owner 1", lost.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<JournalOwnershipLostException>(() => hung.Client.StartAsync("wait", "b", null, TestJournal.Token));
        Assert.Null(await host.Client.GetAsync("b", TestJournal.Token));
        Assert.Equal("5", await Finish(host, "a"));
    }

    [Fact]
    public async Task Owner_Replaced_CancelsItsActivities_AndTheirResultsAreNotTaken()
    {
        var gate = new Gate();
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var deliveries = new Deliveries();
        var catalog = Waiting()
            .Orchestration("work", context => context.CallActivityAsync<string>("work", null))
            .Activity<object?, string>("work", async (context, _, token) =>
            {
                var first = deliveries.All.Count == 0;
                deliveries.Note(context, null);
                if (first)
                {
                    await using var registration = token.Register(() => cancelled.TrySetResult());
                    await gate.PassAsync(CancellationToken.None);
                }

                return context.FencingToken;
            });
        var hung = await _journal.OpenAsync(catalog);
        await hung.Client.StartAsync("work", "a", null, TestJournal.Token);
        await gate.Arrived.WaitAsync(TimeSpan.FromSeconds(60), TestJournal.Token);
        LetLeasePass();
        var host = await _journal.OpenAsync(catalog);
        var ended = await TestJournal.WaitAsync(host, "a");

        // An idle owner finds out when it renews its lease.
        _journal.Time.Advance(TimeSpan.FromSeconds(11));
        await Assert.ThrowsAsync<JournalOwnershipLostException>(() => hung.Completion.WaitAsync(TimeSpan.FromSeconds(60), TestJournal.Token));
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(60), TestJournal.Token);
        gate.Open();
        Assert.Equal(2, deliveries.All.Count);
        Assert.Equal(deliveries.All[1].FencingToken, ended.ReadOutput<string>());
        Assert.True(string.CompareOrdinal(deliveries.All[0].FencingToken, deliveries.All[1].FencingToken) < 0);
    }

    [Fact]
    public async Task Owner_Replaced_TheNewOneIsAsWellProtected()
    {
        await _journal.OpenAsync(Waiting());
        LetLeasePass();
        await _journal.OpenAsync(Waiting());
        await Assert.ThrowsAsync<JournalInUseException>(() => _journal.OpenAsync(Waiting()));
    }

    [Fact]
    public async Task Owner_OnAnotherMachine_IsReplacedOnlyPastItsLease()
    {
        (await _journal.OpenAsync(Waiting())).Crash();
        _journal.Execute("UPDATE owner SET machine = 'elsewhere'");
        var refused = await Assert.ThrowsAsync<JournalInUseException>(() => _journal.OpenAsync(Waiting()));
        Assert.Contains("'elsewhere'", refused.Message, StringComparison.Ordinal);
        _journal.Time.SetUtcNow(refused.LeaseUntil);
        await _journal.OpenAsync(Waiting());
    }

    [Fact]
    public async Task Stop_ThenOpenOnAnotherMachine_NeedsNoWaiting()
    {
        await (await _journal.OpenAsync(Waiting())).StopAsync(TestJournal.Token);
        _journal.Execute("UPDATE owner SET machine = 'elsewhere'");
        await _journal.OpenAsync(Waiting());
    }

    [Fact]
    public async Task Open_ByManyAtOnce_OneGetsIt()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            await Task.Yield();
            try
            {
                return await _journal.OpenAsync(Waiting());
            }
            catch (JournalInUseException)
            {
                return null;
            }
        }));
        Assert.Single(opened, host => host is not null);
    }

    private static CatalogBuilder Waiting() => new CatalogBuilder()
        .Orchestration("wait", context => context.WaitForExternalEventAsync<int>("go"))
        .Orchestration("done", _ => Task.FromResult(true));

    private static async Task<string?> Finish(EmbeddedHost host, string id)
    {
        await host.Client.RaiseEventAsync(id, "go", 5, TestJournal.Token);
        return (await TestJournal.WaitAsync(host, id)).Output;
    }

    /// <summary>As if the owner had been stopped for long: to the next one, its lease has passed.</summary>
    private void LetLeasePass() => _journal.Execute("UPDATE owner SET lease_until = 1");

    private long Lease()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_journal.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT lease_until FROM owner";
        return (long)command.ExecuteScalar()!;
    }
}
