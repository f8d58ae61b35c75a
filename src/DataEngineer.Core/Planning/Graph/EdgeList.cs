using DataEngineer.Definitions.Tree;

namespace DataEngineer.Planning.Graph;

/// <summary>Collects why one step waits for others: one edge for each, with all its reasons.</summary>
internal sealed class EdgeList(CustomerFiles files)
{
    private readonly SortedDictionary<string, GraphEdge> _edges = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _reads = new(StringComparer.Ordinal);

    public IReadOnlyList<GraphEdge> Edges => [.. _edges.Values];

    public IReadOnlyList<string> Reads => [.. _reads];

    public void Read(string step, DatasetUse use, string reason)
    {
        _reads.Add(use.Dataset);
        Wait(step, reason, use.File, new SourcePosition(use.Line, use.Column));
    }

    public void Wait(string step, string reason, string file, SourcePosition place) =>
        _edges[step] = _edges.TryGetValue(step, out var known)
            ? known with { Reason = $"{known.Reason}; {reason}" }
            : new GraphEdge(step, reason, files.Shown(file), place.Line, place.Column);
}
