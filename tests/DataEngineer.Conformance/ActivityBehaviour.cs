using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Conformance;

/// <summary>Activities: payloads, order, failures.</summary>
public abstract class ActivityBehaviour(IDurableHostFixture fixture) : DurableBehaviour(fixture)
{
    [Fact]
    public async Task Activities_OneAfterTheOther_PassTheirOutputsOn()
    {
        await Host(new CatalogBuilder()
            .Orchestration("sum", async context =>
            {
                var total = context.GetInput<int>();
                for (var i = 1; i <= 5; i++)
                {
                    total = await context.CallActivityAsync<int>("add", new[] { total, i });
                }

                return total;
            })
            .Activity<int[], int>("add", terms => terms.Sum()));
        await Run("sum", "a", 10);
        Assert.Equal(25, await Output<int>("a"));
    }

    [Fact]
    public async Task Activities_FannedOut_AnswerInTheOrderOfTheCalls()
    {
        await Host(new CatalogBuilder()
            .Orchestration("squares", context => Task.WhenAll(Enumerable.Range(0, 200).Select(i => context.CallActivityAsync<int>("square", i))))
            .Activity<int, int>("square", i => i * i));
        await Start("squares", "a");
        Assert.Equal(Enumerable.Range(0, 200).Select(i => i * i), await Output<List<int>>("a"));
    }

    [Fact]
    public async Task Activities_StartedTogether_RunAtTheSameTime()
    {
        var left = new Gate();
        var right = new Gate();
        await Host(new CatalogBuilder()
            .Orchestration("both", async context =>
            {
                var calls = new[] { context.CallActivityAsync<bool>("left", null), context.CallActivityAsync<bool>("right", null) };
                return (await Task.WhenAll(calls)).All(met => met);
            })
            .Activity<object?, bool>("left", (_, _, token) => Meet(left, right, token))
            .Activity<object?, bool>("right", (_, _, token) => Meet(right, left, token)));
        await Start("both", "a");
        Assert.True(await Output<bool>("a"));

        static async Task<bool> Meet(Gate mine, Gate other, CancellationToken token)
        {
            other.Open();
            await mine.PassAsync(token);
            return true;
        }
    }

    [Fact]
    public async Task Activity_Throws_OrchestrationSeesTypeAndMessage()
    {
        await Host(new CatalogBuilder()
            .Orchestration("catch", async context =>
            {
                try
                {
                    await context.CallActivityAsync<int>("break", null);
                    return "no exception";
                }
                catch (ActivityFailedException failed)
                {
                    return $"{failed.Activity}|{failed.Failure.ErrorType}|{failed.Failure.Message}";
                }
            })
            .Activity<object?, int>("break", _ => throw new InvalidDataException("bad page")));
        await Start("catch", "a");
        Assert.Equal("break|System.IO.InvalidDataException|bad page", await Output<string>("a"));
    }

    [Fact]
    public async Task Activity_Throws_IsNotRetriedByTheHost()
    {
        var deliveries = new Deliveries();
        await Host(new CatalogBuilder()
            .Orchestration("once", async context => await context.CallActivityAsync<int>("break", 1))
            .Activity<int, int>("break", (context, input, _) =>
            {
                deliveries.Note(context, input);
                throw new TimeoutException("late");
            }));
        var ended = await Run("once", "a");
        Assert.Equal(OrchestrationStatus.Failed, ended.Status);
        Assert.Contains("late", ended.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(1, deliveries.Count("break", 1));
    }

    [Fact]
    public async Task Activity_ThatThrowsAfterAnother_LeavesTheOtherToFinish()
    {
        await Host(new CatalogBuilder()
            .Orchestration("settle", async context =>
            {
                var good = context.CallActivityAsync<string>("good", null);
                try
                {
                    await context.CallActivityAsync<int>("break", null);
                }
                catch (ActivityFailedException)
                {
                    return await good;
                }

                return "not broken";
            })
            .Activity<object?, string>("good", _ => "done")
            .Activity<object?, int>("break", _ => throw new InvalidOperationException("broken")));
        await Start("settle", "a");
        Assert.Equal("done", await Output<string>("a"));
    }

    [Fact]
    public async Task Payload_OfRecords_ComesBackAsItWas()
    {
        await Host(new CatalogBuilder()
            .Orchestration("echo", async context => await context.CallActivityAsync<Parcel>("echo", context.GetInput<Parcel>()))
            .Activity<Parcel, Parcel>("echo", parcel => parcel));
        var parcel = new Parcel("Ünïcode \"quoted\" \n line", [1, 2, 3], new DateTimeOffset(2026, 3, 29, 2, 30, 0, TimeSpan.Zero), null, OrchestrationStatus.Suspended);
        await Run("echo", "a", parcel);
        var echoed = await Output<Parcel>("a");
        Assert.Equal(parcel with { Counts = [] }, echoed! with { Counts = [] }, ParcelComparer);
        Assert.Equal(parcel.Counts, echoed.Counts);
    }

    [Fact]
    public async Task Payload_OfNothing_IsTheDefault()
    {
        await Host(new CatalogBuilder()
            .Orchestration("nothing", async context =>
            {
                var text = await context.CallActivityAsync<string?>("null", null);
                return text is null && context.GetInput<string>() is null && context.GetInput<int>() == 0;
            })
            .Activity<string?, string?>("null", input => input));
        await Start("nothing", "a");
        Assert.True(await Output<bool>("a"));
        Assert.Null((await Get("a")).Input);
    }

    [Fact]
    public async Task Activities_Raced_TheFirstToEndWins()
    {
        var slow = new Gate();
        await Host(new CatalogBuilder()
            .Orchestration("race", async context =>
            {
                var calls = new[] { context.CallActivityAsync<string>("slow", null), context.CallActivityAsync<string>("fast", null) };
                return await await Task.WhenAny(calls);
            })
            .Activity<object?, string>("slow", async (_, _, _) =>
            {
                await slow.PassAsync(CancellationToken.None);
                return "slow";
            })
            .Activity<object?, string>("fast", _ => "fast"));
        await Start("race", "a");
        Assert.Equal("fast", await Output<string>("a"));
        slow.Open();
    }

    private static readonly EqualityComparer<Parcel> ParcelComparer = EqualityComparer<Parcel>.Create((x, y) =>
        x!.Text == y!.Text && x.At == y.At && x.Note == y.Note && x.Status == y.Status);

    private sealed record Parcel(string Text, int[] Counts, DateTimeOffset At, string? Note, OrchestrationStatus Status);
}
