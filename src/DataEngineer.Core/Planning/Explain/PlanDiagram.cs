using System.Globalization;
using System.Text;
using DataEngineer.Plans;

namespace DataEngineer.Planning.Explain;

/// <summary>A plan as a Mermaid flowchart: a box a step, an arrow to each step that waits for it, with the reason on it.</summary>
public static class PlanDiagram
{
    /// <summary>The text of the diagram.</summary>
    public static string Write(RunPlan plan)
    {
        var text = new StringBuilder("flowchart LR\n");
        var ids = plan.Steps.Select((step, i) => (step.Name, Id: string.Create(CultureInfo.InvariantCulture, $"s{i + 1}"))).ToDictionary(step => step.Name, step => step.Id, StringComparer.Ordinal);
        foreach (var step in plan.Steps)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {ids[step.Name]}{Box(step)}\n");
        }

        foreach (var step in plan.Steps)
        {
            foreach (var need in step.Needs)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {ids[need.Step]} -->|\"{Plain(need.Reason)}\"| {ids[step.Name]}\n");
            }
        }

        return text.ToString();
    }

    private static string Box(Step step) => step switch
    {
        ExtractStep => $"[/\"{Plain(step.Name)}\"/]",
        TransformStep transform => $"[\"{string.Join("<br/>", transform.Queries.SkipLast(1).Select(query => Plain(query.Dataset)).Append(Plain(step.Name)))}\"]",
        AssertStep => $"{{{{\"{Plain(step.Name)}\"}}}}",
        LoadStep load => $"[(\"{Plain(step.Name)}<br/>{Plain(load.Connection)} {Plain(load.Table)}\")]",
        _ => throw new InvalidOperationException($"Unknown step {step.GetType().Name}."),
    };

    /// <summary>Quotes and brackets would end a label.</summary>
    private static string Plain(string text) => text
        .Replace("#", "#35;", StringComparison.Ordinal)
        .Replace("&", "#amp;", StringComparison.Ordinal)
        .Replace("\"", "#quot;", StringComparison.Ordinal)
        .Replace("<", "#lt;", StringComparison.Ordinal)
        .Replace(">", "#gt;", StringComparison.Ordinal);
}
