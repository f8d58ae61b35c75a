using DataEngineer.Connections;
using DataEngineer.Connectors.DuckDb;
using DataEngineer.Connectors.Files;
using DataEngineer.Connectors.Lake;

namespace DataEngineer.Connectors;

/// <summary>Every connector there is. A new one is a folder and a line here.</summary>
public static class ConnectorCatalog
{
    /// <summary>In the order of their types' names.</summary>
    public static IReadOnlyList<IConnector> All { get; } =
    [
        new DuckDbConnector(),
        new FilesConnector(),
        new LakeConnector(),
    ];
}
