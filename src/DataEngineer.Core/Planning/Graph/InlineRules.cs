using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Planning.Graph;

/// <summary>
/// A dataset with <c>materialize: false</c> is never staged: its query becomes part of every query that reads it. So nothing but
/// transforms may use it, and at least one must.
/// </summary>
internal static class InlineRules
{
    public static void Check(PipelineSource source, PipelineGraph graph)
    {
        foreach (var (dataset, query) in graph.Transforms.Where(transform => source.Model.Transform[transform.Key].Materialize == false))
        {
            var maker = StepNames.Of(StepKind.Transform, dataset);
            var readers = graph.Steps.Values.Where(step => step.Needs.Any(edge => edge.Step == maker)).ToList();
            var stopper = readers.FirstOrDefault(step => step.Kind != StepKind.Transform || !step.Reads.Contains(dataset));
            var reason = stopper is not null ? $"{stopper.Name} needs it staged"
                : readers.Count == 0 ? "nothing reads it"
                : !query.Analysis.ShowsInputs ? "a PIVOT without listed values cannot be part of another query"
                : null;
            if (reason is not null)
            {
                source.Error(PlanningCodes.CannotInline, $"transform.{dataset}.materialize", $"'{dataset}' has materialize: false, but {reason}.", "Take materialize: false away.");
            }
        }
    }
}
