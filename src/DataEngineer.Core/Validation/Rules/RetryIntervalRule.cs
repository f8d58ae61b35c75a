using DataEngineer.Definitions.Naming;
using DataEngineer.Definitions.Values;

namespace DataEngineer.Validation.Rules;

/// <summary>A retry's interval is not longer than its max_interval.</summary>
internal sealed class RetryIntervalRule : IRule<PipelineScope>
{
    public string Code => "DE0228";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from retry in scope.Retries()
        where retry.Retry.Interval > retry.Retry.MaxInterval
        let given = scope.IsGiven($"{retry.Path}.interval") ? "interval" : "max_interval"
        select new Finding($"{retry.Path}.{given}",
            $"{PathWords.Describe(retry.Path)} has interval {Duration.Format(retry.Retry.Interval)}, which is longer than its max_interval {Duration.Format(retry.Retry.MaxInterval)}.",
            "Shorten interval, or write a longer max_interval.");
}
