using DataEngineer.Definitions.Model;
using DataEngineer.Planning.Graph;

namespace DataEngineer.Planning.Fusion;

/// <summary>
/// The transforms that one step runs: a dataset and, before it, those that only it needs. A transform is part of its reader's step where
/// one other transform reads it, once, with the same retry and timeout, and nothing else uses it. One with <c>materialize: false</c> is
/// part of every step that reads it and so may run several times; one with <c>materialize: true</c> stands alone.
/// </summary>
/// <param name="Datasets">In an order in which each comes after what it reads; the last is the one staged.</param>
internal sealed record FusedQuery(IReadOnlyList<string> Datasets)
{
    /// <summary>The dataset staged, after which the step is named.</summary>
    public string Dataset => Datasets[^1];

    /// <summary>Every transform of the graph in one group, or in several where it is never staged.</summary>
    public static IReadOnlyList<FusedQuery> Of(PipelineGraph graph, PipelineDefinition pipeline)
    {
        var inline = graph.Transforms.Keys.Where(dataset => IsInline(dataset, graph, pipeline)).ToHashSet(StringComparer.Ordinal);
        return graph.Transforms.Keys
            .Where(dataset => !inline.Contains(dataset))
            .Select(dataset => new FusedQuery(Collect(dataset, graph, inline)))
            .ToList();
    }

    private static bool IsInline(string dataset, PipelineGraph graph, PipelineDefinition pipeline)
    {
        var transform = pipeline.Transform[dataset];
        if (transform.Materialize is { } materialize)
        {
            return !materialize;
        }

        var maker = StepNames.Of(StepKind.Transform, dataset);
        var users = graph.Steps.Values.Where(step => step.Needs.Any(edge => edge.Step == maker)).Take(2).ToList();
        if (users is not [{ Kind: StepKind.Transform, Subject: var reader }] || !graph.Transforms[dataset].Analysis.ShowsInputs)
        {
            return false;
        }

        return graph.Transforms[reader].Reads.Any(use => use.Dataset == dataset && use.Times == 1)
            && (transform.Timeout ?? pipeline.Defaults.Timeout) == (pipeline.Transform[reader].Timeout ?? pipeline.Defaults.Timeout)
            && RetryPlans.AreSame(transform.Retry ?? pipeline.Defaults.Retry, pipeline.Transform[reader].Retry ?? pipeline.Defaults.Retry);
    }

    /// <summary>Depth first without recursion, since chains can be long; inputs come in ordinal order.</summary>
    private static List<string> Collect(string dataset, PipelineGraph graph, HashSet<string> inline)
    {
        var order = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var work = new Stack<(string Dataset, bool IsReady)>([(dataset, false)]);
        while (work.TryPop(out var next))
        {
            if (next.IsReady)
            {
                order.Add(next.Dataset);
            }
            else if (seen.Add(next.Dataset))
            {
                work.Push((next.Dataset, true));
                foreach (var input in graph.Transforms[next.Dataset].Reads.Select(use => use.Dataset).Where(inline.Contains).OrderDescending(StringComparer.Ordinal))
                {
                    work.Push((input, false));
                }
            }
        }

        return order;
    }
}
