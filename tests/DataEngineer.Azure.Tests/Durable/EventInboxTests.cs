using System.Text.Json;
using DataEngineer.Azure.Durable;

namespace DataEngineer.Azure.Tests.Durable;

public sealed class EventInboxTests
{
    private readonly Platform _platform = new();
    private readonly EventInbox _inbox;

    public EventInboxTests() => _inbox = new EventInbox(_platform.NextAsync, _platform.Resend);

    [Fact]
    public async Task Wait_ForAnEventThatComes_TakesItsPayload()
    {
        var waiting = _inbox.WaitAsync<Approval>("approval", CancellationToken.None);
        Assert.False(waiting.IsCompleted);
        _platform.Raise("approval", new Approval("ann", Yes: true));
        Assert.Equal(new Approval("ann", Yes: true), await waiting);
    }

    [Fact]
    public async Task Wait_ForAnEventThatHasCome_TakesItAtOnce()
    {
        _platform.Raise("approval", "early");
        Assert.Equal("early", await _inbox.WaitAsync<string>("approval", CancellationToken.None));
    }

    [Fact]
    public async Task Wait_ForAnEventWithoutPayload_IsTheDefault()
    {
        _platform.Raise("signal", null);
        _platform.Raise("count", null);
        Assert.Null(await _inbox.WaitAsync<string?>("signal", CancellationToken.None));
        Assert.Equal(0, await _inbox.WaitAsync<int>("count", CancellationToken.None));
    }

    [Fact]
    public async Task Waiters_OfOneName_AreServedFirstComeFirstServed()
    {
        var waiters = Enumerable.Range(0, 3).Select(_ => _inbox.WaitAsync<int>("item", CancellationToken.None)).ToList();
        for (var i = 0; i < 3; i++)
        {
            _platform.Raise("ITEM", i);
        }

        var served = await Task.WhenAll(waiters);
        Assert.Equal([0, 1, 2], served);
    }

    [Fact]
    public async Task Waiter_Cancelled_LeavesTheEventToTheNext()
    {
        using var stop = new CancellationTokenSource();
        var first = _inbox.WaitAsync<string>("item", stop.Token);
        var second = _inbox.WaitAsync<string>("item", CancellationToken.None);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _platform.Raise("item", "x");
        Assert.Equal("x", await second);
    }

    [Fact]
    public async Task Event_ThatFindsOnlyCancelledWaiters_IsKept()
    {
        using var stop = new CancellationTokenSource();
        var cancelled = _inbox.WaitAsync<string>("item", stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        _platform.Raise("item", "one");
        _platform.Raise("item", "two");
        Assert.Equal("one", await _inbox.WaitAsync<string>("item", CancellationToken.None));
        Assert.Equal("two", await _inbox.WaitAsync<string>("item", CancellationToken.None));
    }

    [Fact]
    public async Task Wait_WithACancelledToken_TakesNothing()
    {
        _platform.Raise("item", "x");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _inbox.WaitAsync<string>("item", new CancellationToken(canceled: true)));
        Assert.Equal("x", await _inbox.WaitAsync<string>("item", CancellationToken.None));
    }

    [Fact]
    public async Task Waiter_ThatWaitsAgainWhenServed_GetsTheNext()
    {
        async Task<List<int>> CollectAsync()
        {
            List<int> items = [];
            while (items.Count < 3)
            {
                items.Add(await _inbox.WaitAsync<int>("item", CancellationToken.None));
            }

            return items;
        }

        var collecting = CollectAsync();
        for (var i = 0; i < 3; i++)
        {
            _platform.Raise("item", i);
        }

        Assert.Equal([0, 1, 2], await collecting);
    }

    [Fact]
    public async Task Leave_SendsOnWhatIsKept_AndWhatStillComesForNobody()
    {
        using var stop = new CancellationTokenSource();
        var cancelled = _inbox.WaitAsync<string>("item", stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        _platform.Raise("item", "kept");
        var other = _inbox.WaitAsync<string>("other", stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => other);
        using var late = new CancellationTokenSource();
        var left = _inbox.WaitAsync<string>("late", late.Token);
        await late.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        _inbox.Leave();
        _platform.Raise("late", "afterwards");
        Assert.Equal(["item: \"kept\"", "late: \"afterwards\""], _platform.Resent);
    }

    [Fact]
    public void Waiters_OfTheSameName_NeedOnlyOneWaitOfThePlatform()
    {
        for (var i = 0; i < 5; i++)
        {
            _ = _inbox.WaitAsync<int>("item", CancellationToken.None);
        }

        Assert.Equal(1, _platform.Waits);
    }

    private sealed record Approval(string By, bool Yes);

    /// <summary>Keeps events until asked, as the platform does, and serves the last waiter first.</summary>
    private sealed class Platform
    {
        private readonly Dictionary<string, Queue<JsonElement?>> _kept = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, Stack<TaskCompletionSource<JsonElement?>>> _waiters = new(StringComparer.OrdinalIgnoreCase);

        public int Waits { get; private set; }

        public List<string> Resent { get; } = [];

        public Task<JsonElement?> NextAsync(string name)
        {
            Waits++;
            if (_kept.TryGetValue(name, out var kept) && kept.TryDequeue(out var payload))
            {
                return Task.FromResult(payload);
            }

            var waiter = new TaskCompletionSource<JsonElement?>();
            _waiters.TryAdd(name, new Stack<TaskCompletionSource<JsonElement?>>());
            _waiters[name].Push(waiter);
            return waiter.Task;
        }

        public void Raise(string name, object? payload)
        {
            if (_waiters.TryGetValue(name, out var waiters) && waiters.TryPop(out var waiter))
            {
                waiter.SetResult(DurablePayload.Write(payload));
                return;
            }

            _kept.TryAdd(name, new Queue<JsonElement?>());
            _kept[name].Enqueue(DurablePayload.Write(payload));
        }

        public void Resend(string name, JsonElement? payload) => Resent.Add($"{name}: {payload?.GetRawText()}");
    }
}
