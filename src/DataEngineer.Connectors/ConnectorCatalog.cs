using DataEngineer.Connections;
using DataEngineer.Connectors.Files;

namespace DataEngineer.Connectors;

/// <summary>Every connector there is.</summary>
public static class ConnectorCatalog
{
    /// <summary>One of each, in ordinal order of their types.</summary>
    public static IReadOnlyList<IConnector> All { get; } =
    [
        new FilesConnector(),
    ];
}
