using Cronos;
using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Validation.Rules;

/// <summary>A schedule has a cron expression of five fields that comes to pass.</summary>
internal sealed class CronRule : IRule<PipelineScope>
{
    public string Code => "DE0217";

    private static readonly DateTime SomeDay = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public IEnumerable<Finding> Check(PipelineScope scope)
    {
        if (scope.Pipeline.Schedule?.Cron is { Length: > 0 } cron && Problem(cron) is { } problem)
        {
            yield return new Finding("schedule.cron", $"the schedule has cron '{Shown.Text(cron)}', {problem}.", Fix(cron));
        }
    }

    private static string? Problem(string cron)
    {
        var fields = cron.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        if (fields != 5)
        {
            return $"which has {fields} {(fields == 1 ? "field" : "fields")} instead of five";
        }

        return !CronExpression.TryParse(cron, CronFormat.Standard, out var expression) ? "which is not a cron expression"
            : expression.GetNextOccurrence(SomeDay, TimeZoneInfo.Utc) is null ? "which never comes"
            : null;
    }

    private static string Fix(string cron) => cron.Trim() switch
    {
        "@hourly" => "Write '0 * * * *'.",
        "@daily" or "@midnight" => "Write '0 0 * * *'.",
        "@weekly" => "Write '0 0 * * 1'.",
        "@monthly" => "Write '0 0 1 * *'.",
        "@yearly" or "@annually" => "Write '0 0 1 1 *'.",
        _ => "The fields are minute, hour, day of month, month, day of week: '0 6 * * *' is every day at six.",
    };
}
