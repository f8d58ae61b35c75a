using DataEngineer.Definitions.Model;

namespace DataEngineer.Connections;

/// <summary>What a connector can do.</summary>
/// <param name="ReadsFiles">True where extracts may name a <c>file:</c>.</param>
/// <param name="WriteDispositions">Those that loads may name; empty where it takes no data.</param>
/// <param name="MergeStrategies">Those that merge loads may name.</param>
/// <param name="DefaultMaxConcurrent">Steps that use one connection at once, over all runs on one host, where the connection names no number.</param>
public sealed record ConnectorCapabilities(
    bool ReadsFiles,
    IReadOnlySet<WriteDisposition> WriteDispositions,
    IReadOnlySet<MergeStrategy> MergeStrategies,
    int DefaultMaxConcurrent)
{
    /// <summary>True where loads may name it.</summary>
    public bool TakesLoads => WriteDispositions.Count > 0;
}
