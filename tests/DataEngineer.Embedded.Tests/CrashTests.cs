using DataEngineer.Conformance;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.Tests;

/// <summary>A host that dies after any one commit, or after every commit, changes nothing in the result.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly TestJournal _journal = new();
    private readonly MixedOrchestration _mixed = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task Host_DiesAfterAnyOneCommit_ResultIsTheSame()
    {
        var commits = await CountCommits();
        Assert.InRange(commits, 15, 40);
        for (var deadly = 1L; deadly <= commits; deadly++)
        {
            using var journal = new TestJournal();
            var mixed = new MixedOrchestration();
            await Drive(journal, mixed, open => open == 1 ? deadly : long.MaxValue);
            AssertDeliveredOnceOrTwice(mixed, $"crash after commit {deadly}");
        }
    }

    [Fact]
    public async Task Host_DiesAfterEveryThirdCommit_ResultIsTheSame()
    {
        await Drive(_journal, _mixed, _ => 3);
    }

    [Fact]
    public async Task SequentialSteps_TakeOneCommitEach()
    {
        var commits = 0L;
        var host = await _journal.OpenAsync(Steps(), options => options.SurvivesCommit = number => Interlocked.Exchange(ref commits, number) >= 0);
        await TestJournal.RunAsync(host, "steps", "a", 100);

        // One for the start and one for each answer; the first step is scheduled when the code begins.
        Assert.Equal(102, Interlocked.Read(ref commits));
    }

    [Fact]
    public async Task FanOut_SharesCommits()
    {
        var commits = 0L;
        var host = await _journal.OpenAsync(Steps(), options => options.SurvivesCommit = number => Interlocked.Exchange(ref commits, number) >= 0);
        await TestJournal.RunAsync(host, "fan", "a", 1000);
        Assert.InRange(Interlocked.Read(ref commits), 3, 700);
    }

    [Fact]
    public async Task Activity_Starts_OnlyWhenItsScheduleIsOnDisk()
    {
        using var journal = new TestJournal();
        var deliveries = new Deliveries();
        var catalog = new CatalogBuilder()
            .Orchestration("one", context => context.CallActivityAsync<int>("work", 1))
            .Activity<int, int>("work", (context, input, _) =>
            {
                deliveries.Note(context, input);
                return Task.FromResult(input);
            });

        // The second commit schedules the activity; dying there, before the effects, must not have run it.
        var dying = await journal.OpenAsync(catalog, options => options.SurvivesCommit = number => number < 2);
        await dying.Client.StartAsync("one", "a", null, TestJournal.Token);
        await Assert.ThrowsAsync<HostStoppedException>(() => dying.Completion.WaitAsync(TimeSpan.FromSeconds(60), TestJournal.Token));
        dying.Crash();
        Assert.Empty(deliveries.All);
        Assert.Equal("1", (await TestJournal.WaitAsync(await journal.OpenAsync(catalog), "a")).Output);
        Assert.Single(deliveries.All);
    }

    [Fact]
    public async Task Parent_TerminatedAtTheLastCommit_TakesItsChildrenAlongWhenOpenedAgain()
    {
        var deadly = long.MaxValue;
        var host = await _journal.OpenAsync(Parent(), options => options.SurvivesCommit = number => number < Interlocked.Read(ref deadly));
        await host.Client.StartAsync("parent", "a", null, TestJournal.Token);
        await TestJournal.UntilAsync(async () => (await host.Client.GetAsync("b", TestJournal.Token))?.Status == OrchestrationStatus.Running);
        Interlocked.Exchange(ref deadly, 0);
        await Assert.ThrowsAsync<HostStoppedException>(() => host.Client.TerminateAsync("a", "stop", TestJournal.Token));
        host.Crash();
        var next = await _journal.OpenAsync(Parent());
        Assert.Equal(OrchestrationStatus.Terminated, (await next.Client.GetAsync("a", TestJournal.Token))!.Status);
        Assert.Equal(OrchestrationStatus.Terminated, (await TestJournal.WaitAsync(next, "b")).Status);
    }

    [Fact]
    public async Task Child_WhoseIdWasTaken_FailsTheCallAlsoAfterACrash()
    {
        var host = await _journal.OpenAsync(Parent(), options => options.SurvivesCommit = number => number < 4);
        await host.Client.StartAsync("child", "b", null, TestJournal.Token);
        await TestJournal.UntilAsync(async () => (await host.Client.GetAsync("b", TestJournal.Token))!.Status == OrchestrationStatus.Running);
        await host.Client.StartAsync("parent", "a", null, TestJournal.Token);
        await Assert.ThrowsAsync<HostStoppedException>(() => host.Completion.WaitAsync(TimeSpan.FromSeconds(60), TestJournal.Token));
        host.Crash();
        var next = await _journal.OpenAsync(Parent());
        var ended = await TestJournal.WaitAsync(next, "a");
        Assert.Equal(OrchestrationStatus.Failed, ended.Status);
        Assert.Contains("'b' exists", ended.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(OrchestrationStatus.Running, (await next.Client.GetAsync("b", TestJournal.Token))!.Status);
    }

    [Fact]
    public async Task Answer_RecordedWhileSuspended_IsNotAskedForAgainAfterACrash()
    {
        var gate = new Gate();
        var deliveries = new Deliveries();
        var catalog = new CatalogBuilder()
            .Orchestration("one", context => context.CallActivityAsync<int>("work", 1))
            .Activity<int, int>("work", async (context, input, _) =>
            {
                deliveries.Note(context, input);
                await gate.PassAsync(CancellationToken.None);
                return input;
            });
        var host = await _journal.OpenAsync(catalog);
        await host.Client.StartAsync("one", "a", null, TestJournal.Token);
        await gate.Arrived.WaitAsync(TimeSpan.FromSeconds(60), TestJournal.Token);
        await host.Client.SuspendAsync("a", "hold", TestJournal.Token);
        gate.Open();
        await TestJournal.UntilAsync(async () => (await host.ExportHistoryAsync("a", TestJournal.Token)).Contains("activityCompleted", StringComparison.Ordinal));
        host.Crash();
        var next = await _journal.OpenAsync(catalog);
        await next.Client.ResumeAsync("a", "go on", TestJournal.Token);
        Assert.Equal("1", (await TestJournal.WaitAsync(next, "a")).Output);
        Assert.Single(deliveries.All);
    }

    private static CatalogBuilder Parent() => new CatalogBuilder()
        .Orchestration("parent", context => context.CallSubOrchestrationAsync<bool>("child", null, "b"))
        .Orchestration("child", context => context.WaitForExternalEventAsync<bool>("never"));

    private static CatalogBuilder Steps() => new CatalogBuilder()
        .Orchestration("steps", async context =>
        {
            for (var i = 0; i < context.GetInput<int>(); i++)
            {
                await context.CallActivityAsync<int>("work", i);
            }

            return true;
        })
        .Orchestration("fan", context => Task.WhenAll(Enumerable.Range(0, context.GetInput<int>()).Select(i => context.CallActivityAsync<int>("work", i))))
        .Activity<int, int>("work", i => i);

    private static void AssertDeliveredOnceOrTwice(MixedOrchestration mixed, string what)
    {
        var counts = mixed.Deliveries.All.GroupBy(delivery => (delivery.Name, delivery.Input)).ToDictionary(same => same.Key, same => same.Count());
        var calls = new Dictionary<(string, string?), int>
        {
            [("work", "0")] = 2, [("work", "1")] = 2, [("work", "2")] = 1, [("work", "4")] = 1, [("work", "9")] = 1, [("work", "10")] = 1, [("break", "now")] = 1,
        };
        Assert.Equal(calls.Keys.Order(), counts.Keys.Order());
        Assert.All(calls, call => Assert.True(
            counts[call.Key] >= call.Value && counts[call.Key] <= 2 * call.Value, $"{what}: {call.Key} was delivered {counts[call.Key]} times for {call.Value} calls"));
    }

    private async Task<long> CountCommits()
    {
        var commits = 0L;
        await Drive(_journal, _mixed, _ => long.MaxValue, number => commits = number);
        return Interlocked.Read(ref commits);
    }

    /// <summary>Does what a client would, again and again, until the instance has ended; each host dies after so many commits.</summary>
    private static async Task Drive(TestJournal journal, MixedOrchestration mixed, Func<int, long> deadlyCommit, Action<long>? onCommit = null)
    {
        for (var open = 1; open < 100; open++)
        {
            var deadly = deadlyCommit(open);
            var host = await journal.OpenAsync(mixed.Catalog, options => options.SurvivesCommit = number =>
            {
                onCommit?.Invoke(number);
                return number < deadly;
            });
            try
            {
                var ended = await Steer(host);
                Assert.True(ended.Status == OrchestrationStatus.Completed, $"{ended.Status}: {ended.Failure}");
                Assert.Equal(MixedOrchestration.Expected, ended.ReadOutput<string>());
                host.Crash();
                return;
            }
            catch (HostStoppedException)
            {
                host.Crash();
            }
        }

        Assert.Fail("The instance did not end.");
    }

    /// <summary>A client that cannot know whether what it did before a crash took effect, and so asks before it does it again.</summary>
    private static async Task<OrchestrationInstance> Steer(EmbeddedHost host)
    {
        var client = host.Client;
        await client.StartAsync(MixedOrchestration.Name, "a", 1, TestJournal.Token);
        while (true)
        {
            host.Completion.ThrowIfFaulted();
            var now = (await client.GetAsync("a", TestJournal.Token))!;
            switch (now)
            {
                case { IsFinal: true }:
                    return now;
                case { CustomStatus: "\"waiting\"" }:
                    await client.RaiseEventAsync("a", "kept", "early", TestJournal.Token);
                    await client.RaiseEventAsync("a", "answer", "yes", TestJournal.Token);
                    break;
                case { Input: "2" }:
                    await client.RaiseEventAsync("a", "kept", "early", TestJournal.Token);
                    await client.RaiseEventAsync("a", "said", now.ReadCustomStatus<string>(), TestJournal.Token);
                    break;
            }

            await Task.Yield();
        }
    }
}
