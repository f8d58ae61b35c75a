using DataEngineer.Connections;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Tree;
using DataEngineer.Store;

namespace DataEngineer.Definitions.Reading;

/// <summary>Reads a pipelines tree. What is wrong in it is a diagnostic; only a store that cannot be read is an exception.</summary>
public static class DefinitionReader
{
    /// <summary>
    /// Reads every customer's folder: customer.yml, its pipelines, its SQL, scripts and other texts, and the names of all its files.
    /// Folders that begin with a point are passed over.
    /// </summary>
    public static Task<DefinitionTree> ReadAsync(IBlobStore pipelines, IReadOnlyList<IConnector> connectors, CancellationToken cancellationToken) =>
        ReadBelowAsync(pipelines, "", connectors, cancellationToken);

    /// <summary>Reads one customer's folder and nothing else; where there is none the tree has no customer.</summary>
    public static Task<DefinitionTree> ReadCustomerAsync(
        IBlobStore pipelines, string customer, IReadOnlyList<IConnector> connectors, CancellationToken cancellationToken) =>
        ReadBelowAsync(pipelines, BlobPath.Check(customer) + "/", connectors, cancellationToken);

    private static async Task<DefinitionTree> ReadBelowAsync(
        IBlobStore pipelines, string prefix, IReadOnlyList<IConnector> connectors, CancellationToken cancellationToken)
    {
        var folders = new SortedDictionary<string, List<BlobEntry>>(StringComparer.Ordinal);
        await foreach (var entry in pipelines.ListAsync(prefix, cancellationToken))
        {
            var slash = entry.Path.IndexOf('/', StringComparison.Ordinal);
            if (slash <= 0 || entry.Path[0] == '.')
            {
                continue;
            }

            var id = entry.Path[..slash];
            if (!folders.TryGetValue(id, out var files))
            {
                folders.Add(id, files = []);
            }

            files.Add(entry);
        }

        var byType = connectors.ToDictionary(connector => connector.Type, StringComparer.Ordinal);
        var whole = new Dictionary<string, CustomerTree>(StringComparer.Ordinal);
        var incomplete = new Dictionary<string, CustomerTree>(StringComparer.Ordinal);
        var diagnostics = new List<Diagnostic>();
        foreach (var (id, files) in folders)
        {
            var folder = await CustomerReader.ReadAsync(pipelines, id, files, byType, cancellationToken);
            diagnostics.AddRange(folder.Diagnostics);
            if (folder.Tree is not null)
            {
                (folder.IsWhole ? whole : incomplete).Add(id, folder.Tree);
            }
        }

        return new DefinitionTree(whole, DiagnosticOrder.Sort(diagnostics)) { Incomplete = incomplete };
    }
}
