using System.Collections.Concurrent;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Conformance;

/// <summary>Limits on activities that run at the same time, within one host.</summary>
public abstract class LimitBehaviour(IDurableHostFixture fixture) : DurableBehaviour(fixture)
{
    private readonly ConcurrentDictionary<string, int> _running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _most = new(StringComparer.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Limit_IsNeverExceeded(int limit)
    {
        await Host(Limited());
        await Run("fan", "a", Calls(20, ["shop"], limit));
        await Output<int>("a");
        Assert.InRange(_most["shop"], 1, limit);
    }

    [Fact]
    public async Task Limit_HoldsAcrossInstances()
    {
        await Host(Limited());
        for (var i = 0; i < 5; i++)
        {
            await Start("fan", $"a{i}", Calls(4, ["shop"], 1));
        }

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(4, await Output<int>($"a{i}"));
        }

        Assert.Equal(1, _most["shop"]);
    }

    [Fact]
    public async Task Limits_OfSeveralKeys_AllHold()
    {
        await Host(Limited());
        ConcurrencyLimit customer = new("customer", 2);
        ConcurrencyLimit shop = new("shop", 1);
        var calls = Enumerable.Range(0, 10).SelectMany(_ => new LimitedCall[] { new([customer, shop]), new([customer]), new([shop]) }).ToList();
        await Run("fan", "a", calls);
        await Output<int>("a");
        Assert.InRange(_most["customer"], 1, 2);
        Assert.Equal(1, _most["shop"]);
    }

    [Fact]
    public async Task Call_ThatWaitsForAFullKey_HoldsBackNobodyElse()
    {
        var gate = new Gate();
        await Host(new CatalogBuilder()
            .Orchestration("hold", context => Task.WhenAll(Enumerable.Range(0, 40).Select(_ => context.CallActivityAsync<bool>("held", null, Only("busy")))))
            .Orchestration("pass", context => context.CallActivityAsync<string>("free", null, Only("idle")))
            .Activity<object?, bool>("held", async (_, _, token) =>
            {
                await gate.PassAsync(token);
                return true;
            })
            .Activity<object?, string>("free", _ => "passed"));
        await Start("hold", "a");
        await Soon(gate.Arrived);
        await Run("pass", "b");
        Assert.Equal("passed", await Output<string>("b"));
        gate.Open();
        Assert.Equal(40, (await Output<List<bool>>("a")).Count);
    }

    [Fact]
    public async Task Calls_ThatWait_AreDroppedAtTermination_AndLetOthersPass()
    {
        var gate = new Gate();
        var deliveries = new Deliveries();
        await Host(new CatalogBuilder()
            .Orchestration("queue", context => Task.WhenAll(Enumerable.Range(0, 5).Select(i => context.CallActivityAsync<bool>("held", i, Only("busy")))))
            .Orchestration("next", context => context.CallActivityAsync<bool>("held", 99, Only("busy")))
            .Activity<int, bool>("held", async (context, input, token) =>
            {
                deliveries.Note(context, input);
                await (input == 99 ? Task.CompletedTask : gate.PassAsync(token));
                return true;
            }));
        await Start("queue", "a");
        await Soon(gate.Arrived);
        await Soon(Client.TerminateAsync("a", "stop", Token));
        await Run("next", "b");
        Assert.True(await Output<bool>("b"));
        Assert.Equal(2, deliveries.All.Count);
    }

    [Fact]
    public async Task Limit_BelowOne_FailsTheCall()
    {
        await Host(Limited());
        var ended = await Run("fan", "a", Calls(1, ["shop"], 0));
        Assert.Equal(OrchestrationStatus.Failed, ended.Status);
    }

    private static ActivityOptions Only(string key) => new([new ConcurrencyLimit(key, 1)]);

    private static List<LimitedCall> Calls(int count, string[] keys, int limit) =>
        [.. Enumerable.Range(0, count).Select(_ => new LimitedCall([.. keys.Select(key => new ConcurrencyLimit(key, limit))]))];

    private CatalogBuilder Limited() => new CatalogBuilder()
        .Orchestration("fan", async context =>
        {
            var calls = context.GetInput<List<LimitedCall>>()!;
            return (await Task.WhenAll(calls.Select(call => context.CallActivityAsync<bool>("measure", call, new ActivityOptions(call.Limits))))).Length;
        })
        .Activity<LimitedCall, bool>("measure", async (_, call, _) =>
        {
            foreach (var limit in call.Limits)
            {
                var now = _running.AddOrUpdate(limit.Key, 1, (_, running) => running + 1);
                _most.AddOrUpdate(limit.Key, now, (_, most) => Math.Max(most, now));
            }

            for (var i = 0; i < 20; i++)
            {
                await Task.Yield();
            }

            foreach (var limit in call.Limits)
            {
                _running.AddOrUpdate(limit.Key, 0, (_, running) => running - 1);
            }

            return true;
        });

    private sealed record LimitedCall(List<ConcurrencyLimit> Limits);
}
