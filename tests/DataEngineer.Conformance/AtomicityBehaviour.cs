using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Conformance;

/// <summary>What a crash may and may not undo.</summary>
public abstract class AtomicityBehaviour(IDurableHostFixture fixture) : DurableBehaviour(fixture)
{
    private readonly Deliveries _deliveries = new();
    private readonly Gate _gate = new();

    [Fact]
    public async Task Start_ThenCrash_RunsAfterwards()
    {
        await Host(Steps());
        await Start("steps", "a", 3);
        await Restart();
        _gate.Open();
        Assert.Equal(3, await Output<int>("a"));
    }

    [Fact]
    public async Task Crash_WhileAnActivityRuns_DeliversThatOneAgainAndNoOther()
    {
        await Host(Steps());
        await Start("steps", "a", 3);
        await Soon(_gate.Arrived);
        await Restart();
        _gate.Open();
        Assert.Equal(3, await Output<int>("a"));
        Assert.Equal([1, 1, 2], new[] { 0, 1, 2 }.Select(step => _deliveries.Count("step", step)));
    }

    [Fact]
    public async Task Crash_AfterTheEnd_KeepsTheOutput()
    {
        await Host(Steps());
        _gate.Open();
        await Run("steps", "a", 3);
        await Restart();
        Assert.Equal(3, await Output<int>("a"));
        Assert.Equal(3, _deliveries.All.Count);
        Assert.False(await Start("steps", "a", 5));
    }

    [Fact]
    public async Task Crash_InTheMiddle_KeepsInputStatusAndCreationTime()
    {
        await Host(Steps());
        await Start("steps", "a", 3);
        await Soon(_gate.Arrived);
        var before = await Get("a");
        await Restart();
        var after = await Get("a");
        Assert.Equal((before.Input, before.CreatedAt, before.Name), (after.Input, after.CreatedAt, after.Name));
        Assert.Equal("\"step 2\"", after.CustomStatus);
        Assert.Equal(OrchestrationStatus.Running, after.Status);
    }

    [Fact]
    public async Task Crash_TwiceInARow_LosesNothing()
    {
        await Host(Steps());
        await Start("steps", "a", 4);
        await Soon(_gate.Arrived);
        await Restart();
        await Restart();
        _gate.Open();
        Assert.Equal(4, await Output<int>("a"));
    }

    [Fact]
    public async Task Crash_WithManyInstances_EachGoesOnByItself()
    {
        await Host(Steps());
        for (var i = 0; i < 20; i++)
        {
            await Start("steps", $"many-{i}", 3);
        }

        await Restart();
        _gate.Open();
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(3, await Output<int>($"many-{i}"));
        }
    }

    [Fact]
    public async Task Crash_InAFanOut_DeliversOnlyWhatHasNotEnded()
    {
        await Host(new CatalogBuilder()
            .Orchestration("fan", async context =>
            {
                var calls = Enumerable.Range(0, 10).Select(i => context.CallActivityAsync<int>("even", i)).ToList();
                await Task.WhenAll(calls.Where((_, i) => i % 2 == 0));
                context.SetCustomStatus("even");
                return (await Task.WhenAll(calls)).Sum();
            })
            .Activity<int, int>("even", async (context, i, token) =>
            {
                _deliveries.Note(context, i);
                if (i % 2 == 1)
                {
                    await _gate.PassAsync(token);
                }

                return i;
            }));
        await Start("fan", "a");
        await UntilAt("a", "even");
        await Restart();
        _gate.Open();
        Assert.Equal(45, await Output<int>("a"));
        Assert.All([0, 2, 4, 6, 8], i => Assert.Equal(1, _deliveries.Count("even", i)));
        Assert.All([1, 3, 5, 7, 9], i => Assert.InRange(_deliveries.Count("even", i), 1, 2));
    }

    /// <summary>Counts up, each step an activity; the last one waits at the gate.</summary>
    private CatalogBuilder Steps() => new CatalogBuilder()
        .Orchestration("steps", async context =>
        {
            var steps = context.GetInput<int>();
            var done = 0;
            for (; done < steps; done++)
            {
                context.SetCustomStatus($"step {done}");
                await context.CallActivityAsync<bool>("step", new Step(done, done == steps - 1));
            }

            return done;
        })
        .Activity<Step, bool>("step", async (context, step, token) =>
        {
            _deliveries.Note(context, step.Number);
            if (step.IsLast)
            {
                await _gate.PassAsync(token);
            }

            return true;
        });

    private sealed record Step(int Number, bool IsLast);
}
