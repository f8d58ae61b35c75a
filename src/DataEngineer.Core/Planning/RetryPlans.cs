using DataEngineer.Definitions.Model;
using DataEngineer.Plans;

namespace DataEngineer.Planning;

/// <summary>Turns retry as written into retry as planned.</summary>
internal static class RetryPlans
{
    public static RetryPlan Of(RetryDefinition retry) =>
        new(retry.MaxAttempts, retry.Interval, retry.Backoff, retry.MaxInterval, retry.RetryOn, retry.FailOn);

    /// <summary>Lists in records are compared by reference; here by what is in them.</summary>
    public static bool AreSame(RetryDefinition one, RetryDefinition other) =>
        one with { RetryOn = other.RetryOn, FailOn = other.FailOn } == other
        && one.RetryOn.ToHashSet().SetEquals(other.RetryOn)
        && one.FailOn.ToHashSet().SetEquals(other.FailOn);
}
