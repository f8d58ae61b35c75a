using DataEngineer.Azure.Durable;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Azure.Tests.Durable;

public sealed class ConcurrencySlotsTests
{
    private readonly ConcurrencySlots _slots = new();

    [Fact]
    public async Task Take_WithoutLimits_NeverWaits()
    {
        for (var i = 0; i < 100; i++)
        {
            await Take();
        }
    }

    [Fact]
    public async Task Take_UpToTheLimit_ThenWaitsForARelease()
    {
        var first = await Take(("shop", 2));
        await Take(("shop", 2));
        var third = Take(("shop", 2));
        Assert.False(third.IsCompleted);
        first.Dispose();
        await third;
    }

    [Fact]
    public async Task Release_Twice_FreesOnce()
    {
        var first = await Take(("shop", 1));
        var second = Take(("shop", 1));
        var third = Take(("shop", 1));
        first.Dispose();
        first.Dispose();
        await second;
        Assert.False(third.IsCompleted);
    }

    [Fact]
    public async Task Waiters_GoInTheOrderTheyCame()
    {
        var running = await Take(("shop", 1));
        var waiting = Enumerable.Range(0, 5).Select(_ => Take(("shop", 1))).ToList();
        foreach (var next in waiting)
        {
            Assert.All(waiting.SkipWhile(task => task != next), task => Assert.False(task.IsCompleted));
            running.Dispose();
            running = await next;
        }
    }

    [Fact]
    public async Task Take_SeveralKeys_HoldsNoneWhileItWaitsForOne()
    {
        var shop = await Take(("shop", 1));
        var both = Take(("customer", 1), ("shop", 1));
        var customer = await Take(("customer", 1));
        shop.Dispose();
        Assert.False(both.IsCompleted);
        customer.Dispose();
        await both;
    }

    [Fact]
    public async Task Waiter_ForAFullKey_HoldsBackNobodyElse()
    {
        await Take(("busy", 1));
        _ = Take(("busy", 1));
        await Take(("idle", 1));
    }

    [Fact]
    public async Task DifferentLimitsOfOneKey_TheSmallestNowNamedHolds()
    {
        var first = await Take(("shop", 5));
        var strict = Take(("shop", 1));
        Assert.False(strict.IsCompleted);
        first.Dispose();
        var held = await strict;
        var loose = Take(("shop", 5));
        Assert.False(loose.IsCompleted);
        held.Dispose();
        await loose;
    }

    [Fact]
    public async Task Waiter_Cancelled_LeavesTheQueueAndItsPlace()
    {
        var running = await Take(("shop", 1));
        using var stop = new CancellationTokenSource();
        var cancelled = _slots.TakeAsync([new ConcurrencyLimit("shop", 1)], stop.Token);
        var next = Take(("shop", 1));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        running.Dispose();
        await next;
    }

    [Fact]
    public async Task Take_ALimitBelowOne_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Take(("shop", 0)));

    [Fact]
    public async Task ManyTakers_NeverExceedTheLimit()
    {
        var running = 0;
        var most = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, _) =>
        {
            using var slot = await Take(("shop", 3));
            InterlockedMax(ref most, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
        });
        Assert.InRange(most, 1, 3);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref most)) < value && Interlocked.CompareExchange(ref most, value, seen) != seen)
        {
        }
    }

    private Task<IDisposable> Take(params (string Key, int Most)[] limits) =>
        _slots.TakeAsync([.. limits.Select(limit => new ConcurrencyLimit(limit.Key, limit.Most))], TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
}
