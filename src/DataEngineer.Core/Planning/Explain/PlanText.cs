using System.Globalization;
using System.Text.Json;
using DataEngineer.Plans;

namespace DataEngineer.Planning.Explain;

/// <summary>A plan for a person to read: each step with what it reads, does and writes, and why it waits for others. 100 columns wide.</summary>
public static class PlanText
{
    /// <summary>The text, each line ended by a line feed.</summary>
    public static string Write(RunPlan plan)
    {
        var page = new TextPage();
        page.Line($"plan of {plan.Run.Customer}/{plan.Run.Pipeline}, {Count(plan.Steps.Count, "step")}");
        page.Row("run", plan.Run.ToString());
        page.Row("hash", plan.Hash);
        page.Row("interval", plan.Interval is { } interval ? $"{Time(interval.Start)} to {Time(interval.End)} ({interval.Timezone}), the end excluded" : "none");
        page.Rows("parameters", plan.Variables.Select(parameter => $"${parameter.Key} = {Value(parameter.Value)}"));
        page.Rows("connections", plan.Connections.Values.Select(connection => $"{connection.Name}: {connection.Type}"));
        page.Row("engine", $"{plan.Memory} and {Count(plan.Threads, "thread")} a step");
        page.Rows("made from", plan.Definitions.Keys);
        for (var i = 0; i < plan.Steps.Count; i++)
        {
            page.Line("");
            StepText.Write(page, i + 1, plan.Steps[i]);
        }

        return page.ToString();
    }

    internal static string Count(int number, string word) => number == 1 ? $"1 {word}" : string.Create(CultureInfo.InvariantCulture, $"{number} {word}s");

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    private static string Value(PlannedParameter parameter) =>
        parameter.Value.GetValueKind() == JsonValueKind.String ? parameter.Value.GetValue<string>() : parameter.Value.ToJsonString();
}
