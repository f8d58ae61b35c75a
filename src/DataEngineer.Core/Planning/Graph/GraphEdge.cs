namespace DataEngineer.Planning.Graph;

/// <summary>Why one step waits for another, and where that is written.</summary>
/// <param name="Step">The step waited for.</param>
/// <param name="Reason">For a person, with the place.</param>
/// <param name="File">Below the pipelines folder.</param>
public sealed record GraphEdge(string Step, string Reason, string File, int Line, int Column);
