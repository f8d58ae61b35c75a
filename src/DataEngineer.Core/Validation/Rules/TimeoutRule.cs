using DataEngineer.Definitions.Naming;

namespace DataEngineer.Validation.Rules;

/// <summary>A timeout is longer than nothing.</summary>
internal sealed class TimeoutRule : IRule<PipelineScope>
{
    public string Code => "DE0229";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from timeout in scope.Timeouts()
        where timeout.Timeout <= TimeSpan.Zero && scope.IsGiven(timeout.Path)
        select new Finding(timeout.Path, $"{PathWords.Describe(timeout.Path)} is 0, so that no attempt could end in time.", "Write a duration such as 15m, or leave it out.");
}
