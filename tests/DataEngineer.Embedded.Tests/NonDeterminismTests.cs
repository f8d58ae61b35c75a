using DataEngineer.Conformance;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.Tests;

/// <summary>Code that does not do again what its history records, or leaves its context, fails its instance and says where.</summary>
public sealed class NonDeterminismTests : IDisposable
{
    private const string Name = "changing";
    private readonly TestJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    public static TheoryData<string, string, int, string, string> Changes => new()
    {
        { "activity a", "activity b", 0, "a call of activity 'a'", "a call of activity 'b'" },
        { "activity a", "timer 1", 0, "a call of activity 'a'", "a timer for" },
        { "activity a", "", 0, "a call of activity 'a'", "nothing" },
        { "activity a", "activity a,activity b", 1, "nothing", "a call of activity 'b'" },
        { "activity a,activity b", "activity b,activity a", 0, "a call of activity 'a'", "a call of activity 'b'" },
        { "activity a,activity b", "activity a", 1, "a call of activity 'b'", "nothing" },
        { "timer 1", "timer 2", 0, "a timer for 2026-03-01T07", "a timer for 2026-03-01T08" },
        { "child x", "child y", 0, "'leaf' (x)", "'leaf' (y)" },
        { "activity a", "return", 0, "a call of activity 'a'", "completion" },
        { "activity a", "activity a,return", 1, "nothing more", "completion" },
        { "activity a", "throw", 0, "a call of activity 'a'", "failure with System.InvalidOperationException" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Code_Changed_FailsNamingPlaceRecordedAndReplayed(string before, string after, int sequence, string recorded, string replayed)
    {
        var first = await _journal.OpenAsync(Doing(before));
        await first.Client.StartAsync(Name, "a", null, TestJournal.Token);
        await UntilRunning(first);
        var history = await first.ExportHistoryAsync("a", TestJournal.Token);
        first.Crash();
        var second = await _journal.OpenAsync(Doing(after));
        var ended = await TestJournal.WaitAsync(second, "a");
        Assert.Equal(OrchestrationStatus.Failed, ended.Status);
        Assert.Equal(typeof(NonDeterministicOrchestrationException).FullName, ended.Failure!.ErrorType);
        Assert.Contains($"at action {sequence} ", ended.Failure.Message, StringComparison.Ordinal);
        Assert.Contains(recorded, ended.Failure.Message, StringComparison.Ordinal);
        Assert.Contains(replayed, ended.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(history, await second.ExportHistoryAsync("a", TestJournal.Token));
    }

    [Fact]
    public async Task Code_WithAnotherInputForARecordedCall_MayGoOn_AndTheRecordedInputIsDelivered()
    {
        var deliveries = new Deliveries();
        var first = await _journal.OpenAsync(Calling("old", deliveries));
        await first.Client.StartAsync(Name, "a", null, TestJournal.Token);
        await TestJournal.UntilAsync(() => Task.FromResult(deliveries.All.Count == 1));
        first.Crash();
        var ended = await TestJournal.WaitAsync(await _journal.OpenAsync(Calling("new", deliveries)), "a");
        Assert.Equal("\"old\"", ended.Output);

        static CatalogBuilder Calling(string input, Deliveries deliveries) => new CatalogBuilder()
            .Orchestration(Name, context => context.CallActivityAsync<string>("echo", input))
            .Activity<string, string>("echo", async (context, text, token) =>
            {
                deliveries.Note(context, text);
                await (deliveries.All.Count == 1 ? Task.Delay(Timeout.Infinite, token) : Task.CompletedTask);
                return text;
            });
    }

    [Fact]
    public async Task Orchestration_NoLongerRegistered_FailsAndKeepsItsHistory()
    {
        var first = await _journal.OpenAsync(Doing("activity a"));
        await first.Client.StartAsync(Name, "a", null, TestJournal.Token);
        await UntilRunning(first);
        first.Crash();
        var second = await _journal.OpenAsync(new CatalogBuilder().Orchestration("other", _ => Task.FromResult(1)));
        var ended = await TestJournal.WaitAsync(second, "a");
        Assert.Equal(OrchestrationStatus.Failed, ended.Status);
        Assert.Contains("Registered: other", ended.Failure!.Message, StringComparison.Ordinal);
        Assert.Contains("activityScheduled", await second.ExportHistoryAsync("a", TestJournal.Token), StringComparison.Ordinal);
    }

    [Fact]
    public Task Await_OfADelay_IsNamed() => AssertForeign(async _ => await Task.Delay(TimeSpan.FromMilliseconds(1)));

    [Fact]
    public Task Await_OfAThreadPoolTask_IsNamed() => AssertForeign(async _ =>
    {
        // What is posted runs once the code waits, so the task cannot be done before.
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        SynchronizationContext.Current!.Post(_ => waits.SetResult(), null);
        await Task.Factory.StartNew(
            () => waits.Task.Wait(TimeSpan.FromMinutes(1)), CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default);
    });

    [Fact]
    public Task Await_OfADelay_WhileAnEventIsAwaitedToo_IsNamed() => AssertForeign(async context =>
    {
        var never = context.WaitForExternalEventAsync<bool>("never");
        await Task.Delay(TimeSpan.FromMilliseconds(1));
        await never;
    });

    [Fact]
    public Task Await_OfATaskThatNobodyCompletes_IsNamed() => AssertForeign(_ => new TaskCompletionSource().Task);

    [Fact]
    public Task Context_UsedOnAnotherThread_IsNamed() => AssertForeign(async context =>
    {
        _ = Task.Factory.StartNew(() => context.CallActivityAsync<int>("a", null), CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default);
        await context.WaitForExternalEventAsync<bool>("never");
    });

    [Fact]
    public Task Cancellation_FromAnotherThread_IsNamed() => AssertForeign(async context =>
    {
        using var cancellation = new CancellationTokenSource();
        var timer = context.CreateTimerAsync(context.CurrentTime.AddDays(1), cancellation.Token);
        await cancellation.CancelAsync();
        await timer;
    });

    [Fact]
    public async Task TasksOfTheContextsOwnScheduler_AreAllowed()
    {
        var host = await _journal.OpenAsync(new CatalogBuilder()
            .Orchestration(Name, async context =>
            {
                var first = context.CallActivityAsync<string>("a", null);
                var second = await first.ContinueWith(done => done.Result + "!", TaskScheduler.Current);
                await Task.Yield();
                return second + await Task.Factory.StartNew(() => "?", CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Current);
            })
            .Activity<object?, string>("a", _ => "x"));
        Assert.Equal("\"x!?\"", (await TestJournal.RunAsync(host, Name, "a")).Output);
    }

    private async Task AssertForeign(Func<IOrchestrationContext, Task> body)
    {
        var host = await _journal.OpenAsync(new CatalogBuilder()
            .Orchestration(Name, async context =>
            {
                await body(context);
                return true;
            })
            .Orchestration("fine", _ => Task.FromResult(true))
            .Activity<object?, int>("a", _ => 1));
        var ended = await TestJournal.RunAsync(host, Name, "a");
        Assert.Equal(OrchestrationStatus.Failed, ended.Status);
        Assert.Equal(typeof(NonDeterministicOrchestrationException).FullName, ended.Failure!.ErrorType);
        Assert.Contains("not its context's", ended.Failure.Message, StringComparison.Ordinal);
        Assert.Equal("true", (await TestJournal.RunAsync(host, "fine", "b")).Output);
    }

    /// <summary>Starts everything in the list at once, then waits for an event; or returns, or throws.</summary>
    private static CatalogBuilder Doing(string list) => new CatalogBuilder()
        .Orchestration(Name, async context =>
        {
            foreach (var words in list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(item => item.Split(' ')))
            {
                switch (words[0])
                {
                    case "activity":
                        _ = context.CallActivityAsync<int>(words[1], null);
                        break;
                    case "timer":
                        _ = context.CreateTimerAsync(context.CurrentTime.AddHours(int.Parse(words[1])));
                        break;
                    case "child":
                        _ = context.CallSubOrchestrationAsync<int>("leaf", null, words[1]);
                        break;
                    case "return":
                        return 0;
                    default:
                        throw new InvalidOperationException("changed");
                }
            }

            return await context.WaitForExternalEventAsync<int>("never");
        })
        .Orchestration("leaf", context => context.WaitForExternalEventAsync<int>("never"))
        .Activity<object?, int>("a", (_, _, token) => Never(token))
        .Activity<object?, int>("b", (_, _, token) => Never(token));

    private static async Task<int> Never(CancellationToken token)
    {
        await Task.Delay(Timeout.Infinite, token);
        return 0;
    }

    private static Task UntilRunning(EmbeddedHost host) =>
        TestJournal.UntilAsync(async () => (await host.Client.GetAsync("a", TestJournal.Token))!.Status == OrchestrationStatus.Running);
}
