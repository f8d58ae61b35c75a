using System.Globalization;

namespace DataEngineer.Validation.Rules;

/// <summary>A schedule's start lies between the years 1970 and 2199.</summary>
internal sealed class ScheduleStartRule : IRule<PipelineScope>
{
    public string Code => "DE0219";

    public IEnumerable<Finding> Check(PipelineScope scope)
    {
        if (scope.Pipeline.Schedule?.Start is { } start && scope.IsGiven("schedule.start") && start != default && start.Year is < 1970 or > 2199)
        {
            yield return new Finding("schedule.start", string.Create(CultureInfo.InvariantCulture, $"the schedule has start {start:yyyy-MM-dd}; allowed are the years 1970 to 2199."));
        }
    }
}
