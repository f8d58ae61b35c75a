using System.Text.Json;
using DataEngineer.Azure.Durable;
using DataEngineer.Orchestration.Ports;
using Microsoft.Extensions.Time.Testing;

namespace DataEngineer.Azure.Tests.Durable;

public sealed class ActivityHostTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 31, 6, 0, 0, TimeSpan.FromHours(1)));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_HandsTheInputOnAndTheOutputBack()
    {
        var host = Host(ActivityRegistration.Of<Sum, int>("Add", (context, sum, _) => Task.FromResult(sum.A + sum.B)));
        var output = await host.RunAsync("Add", "acme.orders.manual-0001.1", ActivityCall.Of(new Sum(2, 3), null), Stop);
        Assert.Equal(5, DurablePayload.Read<int>(output));
    }

    [Fact]
    public async Task Run_TellsWhoCalledWhat()
    {
        var host = Host(ActivityRegistration.Of<object?, string>("Tell", (context, _, _) => Task.FromResult($"{context.InstanceId} {context.Name}")));
        var output = await host.RunAsync("Tell", "run", ActivityCall.Of(null, null), Stop);
        Assert.Equal("run Tell", DurablePayload.Read<string>(output));
    }

    [Fact]
    public async Task Run_OfNothing_AnswersNothing()
    {
        var host = Host(ActivityRegistration.Of<string?, string?>("Echo", (_, text, _) => Task.FromResult(text)));
        Assert.Null(await host.RunAsync("Echo", "run", ActivityCall.Of(null, null), Stop));
    }

    [Fact]
    public async Task Token_OfEveryDelivery_IsItsOwnAndLaterOnesAreGreater()
    {
        var host = Host(ActivityRegistration.Of<object?, string>("Token", (context, _, _) => Task.FromResult(context.FencingToken)));
        var tokens = new List<string>();
        for (var i = 0; i < 100; i++)
        {
            _time.Advance(TimeSpan.FromTicks(1 + (i * 997_000_000L)));
            tokens.Add(DurablePayload.Read<string>(await host.RunAsync("Token", "run", ActivityCall.Of(null, null), Stop))!);
        }

        Assert.Equal(tokens.Order(StringComparer.Ordinal), tokens);
        Assert.All(tokens, token => Assert.Matches("^[0-9a-f]{24}$", token));
        var sameInstant = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => host.RunAsync("Token", "run", ActivityCall.Of(null, null), Stop)));
        Assert.Equal(50, sameInstant.Select(DurablePayload.Read<string>).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Run_UnderALimit_WaitsForItsSlot()
    {
        var gate = new TaskCompletionSource();
        var begun = 0;
        var host = Host(ActivityRegistration.Of<object?, bool>("Hold", async (_, _, _) =>
        {
            Interlocked.Increment(ref begun);
            await gate.Task;
            return true;
        }));
        var call = ActivityCall.Of(null, new ActivityOptions([new ConcurrencyLimit("shop", 1)]));
        var both = new[] { host.RunAsync("Hold", "a", call, Stop), host.RunAsync("Hold", "b", call, Stop) };
        Assert.Equal(1, begun);
        gate.SetResult();
        await Task.WhenAll(both);
        Assert.Equal(2, begun);
    }

    [Fact]
    public async Task Run_ThatThrows_FreesItsSlot()
    {
        var host = Host(ActivityRegistration.Of<object?, bool>("Break", (_, _, _) => throw new InvalidOperationException("broken")));
        var call = ActivityCall.Of(null, new ActivityOptions([new ConcurrencyLimit("shop", 1)]));
        for (var i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => host.RunAsync("Break", "run", call, Stop));
        }
    }

    [Fact]
    public async Task Run_OfAnUnknownActivity_NamesTheKnown()
    {
        var host = Host(ActivityRegistration.Of<int, int>("Extract", (_, i, _) => Task.FromResult(i)), ActivityRegistration.Of<int, int>("Assert", (_, i, _) => Task.FromResult(i)));
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => host.RunAsync("Export", "run", ActivityCall.Of(1, null), Stop));
        Assert.Equal("There is no activity 'Export' here; there are Assert, Extract.", e.Message);
    }

    [Theory]
    [InlineData(JsonNamingMode.Web)]
    [InlineData(JsonNamingMode.AsIs)]
    public void Call_ThroughAnySerialiserOfThePlatform_StaysAsItWas(JsonNamingMode mode)
    {
        var options = mode == JsonNamingMode.Web ? JsonSerializerOptions.Web : new JsonSerializerOptions();
        var call = ActivityCall.Of(new Sum(2, 3), new ActivityOptions([new ConcurrencyLimit("Shop", 2)]));
        var travelled = JsonSerializer.Deserialize<JsonElement>(JsonSerializer.Serialize<object>(call, options), options);
        Assert.Equal("""{"input":{"a":2,"b":3},"limits":[{"key":"Shop","maxConcurrent":2}]}""", travelled.GetRawText());
    }

    public enum JsonNamingMode
    {
        Web,
        AsIs,
    }

    private ActivityHost Host(params ActivityRegistration[] activities) => new(new DurableCatalog([], activities), _time);

    private sealed record Sum(int A, int B);
}
