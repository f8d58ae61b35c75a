using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Planning.Graph;

/// <summary>Finds steps that wait for one another: one problem for each knot, with its shortest way round and where each edge is written.</summary>
internal static class GraphCycles
{
    public static void Check(PipelineSource source, PipelineGraph graph)
    {
        foreach (var knot in Knots.Of(graph.Steps))
        {
            var round = WayRound(graph.Steps, knot);
            var names = round.Select(edge => Label(graph.Steps[edge.From])).ToList();
            var path = string.Join(" -> ", names.Append(names[0]));
            var reasons = string.Join("; ", round.Select((edge, i) => $"{names[i]} {edge.Edge.Reason}"));
            var first = round[0].Edge;
            source.Problems.Add(new Diagnostic(
                PlanningCodes.Cycle, DiagnosticSeverity.Error, first.File, first.Line, first.Column, $"steps wait for one another: {path}. {reasons}.", "Take one of these away."));
        }
    }

    /// <summary>The shortest way from a knot's first step back to it.</summary>
    private static List<(string From, GraphEdge Edge)> WayRound(IReadOnlyDictionary<string, GraphStep> steps, IReadOnlySet<string> knot)
    {
        var start = knot.Min(StringComparer.Ordinal)!;
        var reachedBy = new Dictionary<string, (string From, GraphEdge Edge)>(StringComparer.Ordinal);
        var queue = new Queue<string>([start]);
        while (!reachedBy.ContainsKey(start))
        {
            var step = queue.Dequeue();
            foreach (var edge in steps[step].Needs.Where(edge => knot.Contains(edge.Step) && reachedBy.TryAdd(edge.Step, (step, edge))))
            {
                queue.Enqueue(edge.Step);
            }
        }

        var round = new List<(string From, GraphEdge Edge)>();
        var at = start;
        do
        {
            round.Add(reachedBy[at]);
            at = reachedBy[at].From;
        }
        while (at != start);
        round.Reverse();
        return round;
    }

    /// <summary>Transforms go by their dataset, as their authors know them.</summary>
    private static string Label(GraphStep step) => step.Kind == StepKind.Transform ? step.Subject : step.Name;
}
