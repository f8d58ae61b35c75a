using System.Text.Json;
using System.Text.Json.Nodes;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Planning;
using DataEngineer.Plans;

namespace DataEngineer.Runs;

/// <summary>
/// Which outcomes a retry takes over: those of steps that succeeded, whose plan does the same now, and all of whose needs are taken over too.
/// </summary>
public static class RetryReuse
{
    /// <summary>The outcomes to take over, by step.</summary>
    /// <param name="from">Steps that run again although they succeeded.</param>
    public static IReadOnlyDictionary<string, StepOutcome> Of(
        RunPlan before, RunPlan now, IReadOnlyList<StepOutcome> outcomes, IReadOnlyCollection<string> from)
    {
        var reused = new Dictionary<string, StepOutcome>(StringComparer.Ordinal);
        if (!AreSame(before.Variables, now.Variables))
        {
            return reused;
        }

        var earlier = before.Steps.ToDictionary(step => step.Name, StringComparer.Ordinal);
        var succeeded = outcomes.Where(IsSuccess).ToDictionary(outcome => outcome.Step, StringComparer.Ordinal);
        foreach (var step in now.Steps)
        {
            if (!from.Contains(step.Name)
                && succeeded.TryGetValue(step.Name, out var outcome)
                && earlier.TryGetValue(step.Name, out var same)
                && AreSame(PlanContent.Of(same), PlanContent.Of(step))
                && AreSame(ConnectionOf(same, before), ConnectionOf(step, now))
                && step.Needs.All(need => reused.ContainsKey(need.Step)))
            {
                reused.Add(step.Name, outcome);
            }
        }

        return reused;
    }

    // A gate that only reported is judged again: its data may be better now.
    private static bool IsSuccess(StepOutcome outcome) =>
        outcome.Status is StepStatus.Succeeded or StepStatus.Warned or StepStatus.Reused
        && outcome.Assertions.All(assertion => !assertion.IsUncontained);

    private static PlannedConnection? ConnectionOf(Step step, RunPlan plan) => step switch
    {
        ExtractStep extract => plan.Connections.GetValueOrDefault(extract.Connection),
        LoadStep load => plan.Connections.GetValueOrDefault(load.Connection),
        _ => null,
    };

    private static bool AreSame<T>(T one, T other) =>
        JsonNode.DeepEquals(JsonSerializer.SerializeToNode(one, DurableJson.Options), JsonSerializer.SerializeToNode(other, DurableJson.Options));
}
