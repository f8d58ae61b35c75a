using CsCheck;
using DataEngineer.Failures;
using DataEngineer.Orchestration;
using DataEngineer.Plans;

namespace DataEngineer.Core.Tests.Orchestration;

public sealed class RetryRuleTests
{
    private static readonly RetryPlan Plan = new(3, TimeSpan.FromSeconds(10), 2, TimeSpan.FromMinutes(5), [], []);

    [Theory]
    [InlineData(true, 1, true)]
    [InlineData(true, 2, true)]
    [InlineData(true, 3, false)]
    [InlineData(false, 1, false)]
    public void AllowsAnother_TransientAndAttemptsLeft(bool transient, int attempt, bool allowed) =>
        Assert.Equal(allowed, RetryRule.AllowsAnother(Plan, FailureOf(FailureClass.Infrastructure, transient), attempt));

    [Theory]
    [InlineData(FailureClass.Quota, true)]
    [InlineData(FailureClass.Infrastructure, false)]
    [InlineData(FailureClass.Internal, false)]
    public void AllowsAnother_RetryOnNamesClasses_OnlyThese(FailureClass failureClass, bool allowed)
    {
        var plan = Plan with { RetryOn = [FailureClass.Quota, FailureClass.Internal], FailOn = [FailureClass.Internal] };
        Assert.Equal(allowed, RetryRule.AllowsAnother(plan, FailureOf(failureClass, transient: true), 1));
    }

    [Fact]
    public void Wait_GrowsByBackoffUpToTheMost_WithAtMostHalfLeftOut() =>
        Gen.Select(Gen.Int[1, 40], Gen.Guid, Gen.Int[1, 600], Gen.Double[1, 10]).Sample((attempt, seed, seconds, backoff) =>
        {
            var plan = Plan with { Interval = TimeSpan.FromSeconds(seconds), Backoff = backoff, MaxInterval = TimeSpan.FromMinutes(10) };
            var full = Math.Min(seconds * Math.Pow(backoff, attempt - 1), 600);
            var wait = RetryRule.Wait(plan, attempt, seed).TotalSeconds;
            return wait >= (full / 2) - 0.001 && wait <= full + 0.001;
        });

    [Fact]
    public void Wait_SameSeed_IsTheSame()
    {
        var seed = new Guid("00112233-4455-6677-8899-aabbccddeeff");
        Assert.Equal(RetryRule.Wait(Plan, 2, seed), RetryRule.Wait(Plan, 2, seed));
        Assert.NotEqual(RetryRule.Wait(Plan, 2, seed), RetryRule.Wait(Plan, 2, new Guid("ff112233-4455-6677-8899-aabbccddeeff")));
    }

    private static Failure FailureOf(FailureClass failureClass, bool transient) => new("DE0000", failureClass, transient, "It failed.");
}
