using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Validation.Rules;

/// <summary>A schedule's timezone is in the IANA time zone database.</summary>
internal sealed class ScheduleTimezoneRule : IRule<PipelineScope>
{
    public string Code => "DE0218";

    public IEnumerable<Finding> Check(PipelineScope scope)
    {
        if (scope.Pipeline.Schedule?.Timezone is { } zone && !TimeZones.IsKnown(zone))
        {
            yield return new Finding("schedule.timezone", $"the schedule has timezone '{Shown.Text(zone)}', which is not an IANA time zone.", TimeZones.Advise(zone));
        }
    }
}
