using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Planning.Graph;

/// <summary>A graph and what is wrong with it. With errors it is good for showing, not for running.</summary>
public sealed record GraphResult(PipelineGraph Graph, IReadOnlyList<Diagnostic> Diagnostics);
