using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Conformance;

/// <summary>Durable timers.</summary>
public abstract class TimerBehaviour(IDurableHostFixture fixture) : DurableBehaviour(fixture)
{
    [Fact]
    public async Task Timer_FiresWhenItsTimeHasCome_NotBefore()
    {
        await Host(Sleeper());
        await Start("sleep", "a", 2.0);
        await UntilAt("a", "asleep");
        await Fixture.PassTimeAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(OrchestrationStatus.Running, (await Get("a")).Status);
        await Fixture.PassTimeAsync(TimeSpan.FromSeconds(1));
        Assert.True(await Output<double>("a") >= 2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3600)]
    public async Task Timer_OfAPastTime_FiresAtOnce(double seconds)
    {
        await Host(Sleeper());
        await Run("sleep", "a", seconds);
        Assert.True(await Output<double>("a") >= 0);
    }

    [Fact]
    public async Task Timer_SurvivesACrash_AndFiresAtItsTime()
    {
        await Host(Sleeper());
        await Start("sleep", "a", 2.0);
        await UntilAt("a", "asleep");
        await Restart();
        Assert.Equal(OrchestrationStatus.Running, (await Get("a")).Status);
        await Fixture.PassTimeAsync(TimeSpan.FromSeconds(2));
        Assert.True(await Output<double>("a") >= 2);
    }

    [Fact]
    public async Task Timer_DueWhileNoHostRan_FiresAtTheNextStart()
    {
        await Host(Sleeper());
        await Start("sleep", "a", 2.0);
        await UntilAt("a", "asleep");
        await Restart();
        await Fixture.PassTimeAsync(TimeSpan.FromSeconds(3));
        await Restart();
        Assert.True(await Output<double>("a") >= 2);
    }

    [Fact]
    public async Task Timers_OfSeveralTimes_FireInTheOrderOfTheirTimes()
    {
        await Host(new CatalogBuilder().Orchestration("order", async context =>
        {
            List<int> fired = [];
            context.SetCustomStatus("fired 0");
            await Task.WhenAll(new[] { 3, 1, 2 }.Select(async seconds =>
            {
                await context.CreateTimerAsync(context.CurrentTime.AddSeconds(seconds));
                fired.Add(seconds);
                context.SetCustomStatus($"fired {fired.Count}");
            }));
            return fired;
        }));
        await Start("order", "a");
        for (var i = 0; i < 3; i++)
        {
            await UntilAt("a", $"fired {i}");
            await Fixture.PassTimeAsync(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([1, 2, 3], await Output<List<int>>("a"));
    }

    [Fact]
    public async Task Timer_Cancelled_ThrowsCancellationAndHoldsNothing()
    {
        await Host(new CatalogBuilder().Orchestration("cancel", async context =>
        {
            using var cancellation = new CancellationTokenSource();
            var timer = context.CreateTimerAsync(context.CurrentTime.AddDays(30), cancellation.Token);
            cancellation.CancelHere();
            try
            {
                await timer;
                return "fired";
            }
            catch (OperationCanceledException)
            {
                return "cancelled";
            }
        }));
        await Run("cancel", "a");
        Assert.Equal("cancelled", await Output<string>("a"));
    }

    [Fact]
    public async Task Timer_AsTimeoutOfAnEvent_EitherMayWin()
    {
        await Host(new CatalogBuilder().Orchestration("approve", async context =>
        {
            using var cancellation = new CancellationTokenSource();
            var approval = context.WaitForExternalEventAsync<string>("approval");
            var timeout = context.CreateTimerAsync(context.CurrentTime.AddSeconds(2), cancellation.Token);
            context.SetCustomStatus("waiting");
            if (await Task.WhenAny(approval, timeout) == timeout)
            {
                return "too late";
            }

            cancellation.CancelHere();
            return await approval;
        }));
        await Start("approve", "in time");
        await Start("approve", "late");
        await UntilAt("late", "waiting");
        await Client.RaiseEventAsync("in time", "approval", "yes", Token);
        Assert.Equal("yes", await Output<string>("in time"));
        await Fixture.PassTimeAsync(TimeSpan.FromSeconds(2));
        Assert.Equal("too late", await Output<string>("late"));
    }

    [Fact]
    public async Task Timer_NotAwaited_DoesNotHoldTheEndBack()
    {
        await Host(new CatalogBuilder().Orchestration("leave", context =>
        {
            _ = context.CreateTimerAsync(context.CurrentTime.AddDays(365));
            return Task.FromResult("gone");
        }));
        await Run("leave", "a");
        Assert.Equal("gone", await Output<string>("a"));
    }

    /// <summary>Sleeps as many seconds as its input says, and returns how many it saw pass.</summary>
    private static CatalogBuilder Sleeper() => new CatalogBuilder().Orchestration("sleep", async context =>
    {
        var began = context.CurrentTime;
        context.SetCustomStatus("asleep");
        await context.CreateTimerAsync(began.AddSeconds(context.GetInput<double>()));
        return (context.CurrentTime - began).TotalSeconds;
    });
}
