using CsCheck;
using DataEngineer.Embedded.Dispatch;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.Tests;

public sealed class LimitGateTests
{
    [Fact]
    public void Call_WithoutLimits_IsHeldByTheTotalOnly()
    {
        var gate = new LimitGate<string>(2);
        Assert.True(gate.Enter("a", []));
        Assert.True(gate.Enter("b", []));
        Assert.False(gate.Enter("c", []));
        Assert.Equal(["c"], gate.Leave("a"));
        Assert.Empty(gate.Leave("b"));
    }

    [Fact]
    public void Oldest_OfThoseThatWaitForAKey_GoesFirst()
    {
        var gate = new LimitGate<string>(10);
        gate.Enter("a", [new("k", 1)]);
        Assert.False(gate.Enter("b", [new("k", 1)]));
        Assert.False(gate.Enter("c", [new("k", 1)]));
        Assert.Equal(["b"], gate.Leave("a"));
        Assert.Equal(["c"], gate.Leave("b"));
    }

    [Fact]
    public void Oldest_GoesFirst_AlsoAmongThoseParkedAtDifferentKeys()
    {
        var gate = new LimitGate<string>(10);
        gate.Enter("a", [new("left", 1), new("right", 1)]);
        Assert.False(gate.Enter("b", [new("right", 1), new("shared", 1)]));
        Assert.False(gate.Enter("c", [new("left", 1), new("shared", 1)]));
        Assert.Equal(["b"], gate.Leave("a"));
        Assert.Equal(["c"], gate.Leave("b"));
    }

    [Fact]
    public void SmallestLimit_OfThoseWaitingOrRunning_Holds_AndGoesWithThem()
    {
        var gate = new LimitGate<string>(10);
        Assert.True(gate.Enter("a", [new("k", 3)]));
        Assert.False(gate.Enter("strict", [new("k", 1)]));
        Assert.False(gate.Enter("b", [new("k", 3)]));
        Assert.Equal(["strict"], gate.Leave("a"));
        Assert.False(gate.Enter("c", [new("k", 3)]));
        Assert.Equal(["b", "c"], gate.Leave("strict"));
    }

    [Fact]
    public void Drop_OfAWaitingStrictCall_LetsTheOthersPass()
    {
        var gate = new LimitGate<string>(10);
        gate.Enter("a", [new("k", 3)]);
        gate.Enter("strict", [new("k", 1)]);
        gate.Enter("b", [new("k", 3)]);
        Assert.Equal(["b"], gate.Drop("strict"));
    }

    [Fact]
    public void Drop_OfARunningCall_ChangesNothing()
    {
        var gate = new LimitGate<string>(1);
        gate.Enter("a", []);
        gate.Enter("b", []);
        Assert.Null(gate.Drop("a"));
        Assert.Equal(["b"], gate.Leave("a"));
        Assert.Empty(gate.Leave("a"));
    }

    [Fact]
    public void Key_NamedTwiceInOneCall_CountsOnceWithItsSmallestLimit()
    {
        var gate = new LimitGate<string>(10);
        Assert.True(gate.Enter("a", [new("k", 2), new("k", 1)]));
        Assert.False(gate.Enter("b", [new("k", 2)]));
        Assert.Equal(["b"], gate.Leave("a"));
    }

    [Fact]
    public void WaitingCall_ForOneKey_TakesNoSlotOfAnother()
    {
        var gate = new LimitGate<string>(10);
        gate.Enter("a", [new("full", 1)]);
        Assert.False(gate.Enter("both", [new("full", 1), new("free", 1)]));
        Assert.True(gate.Enter("c", [new("free", 1)]));
        Assert.Empty(gate.Leave("a"));
        Assert.Equal(["both"], gate.Leave("c"));
    }

    [Fact]
    public void AnyTraffic_KeepsEveryLimit_AndStartsEveryCall()
    {
        var limit = Gen.Select(Gen.Int[0, 3], Gen.Int[1, 3], (key, max) => new ConcurrencyLimit($"k{key}", max));
        var call = limit.List[0, 3];
        Gen.Select(call.List[1, 60], Gen.Int[1, 5], Gen.Int[0, int.MaxValue].Array[200]).Sample((calls, total, choices) =>
        {
            var gate = new LimitGate<object>(total);
            var limits = new Dictionary<object, List<ConcurrencyLimit>>();
            List<object> running = [];
            List<object> waiting = [];
            var choice = 0;
            foreach (var wanted in calls)
            {
                var item = new object();
                limits[item] = wanted;
                (gate.Enter(item, wanted) ? running : waiting).Add(item);
                if (choices[choice % choices.Length] % 3 == 0)
                {
                    End(choices[choice % choices.Length]);
                }

                choice++;
                Check();
            }

            while (running.Count > 0)
            {
                End(choices[choice++ % choices.Length]);
                Check();
            }

            Assert.Empty(waiting);

            void End(int chosen)
            {
                if (running.Count > 0)
                {
                    var ended = running[chosen % running.Count];
                    running.Remove(ended);
                    foreach (var started in gate.Leave(ended))
                    {
                        Assert.True(waiting.Remove(started));
                        running.Add(started);
                    }
                }
            }

            void Check()
            {
                Assert.True(running.Count <= total);
                foreach (var key in running.SelectMany(item => limits[item]).GroupBy(named => named.Key, StringComparer.Ordinal))
                {
                    var holders = running.Where(item => limits[item].Exists(named => named.Key == key.Key)).ToList();
                    Assert.True(holders.Count <= holders.Max(item => limits[item].Where(named => named.Key == key.Key).Min(named => named.MaxConcurrent)));
                }
            }
        });
    }
}
