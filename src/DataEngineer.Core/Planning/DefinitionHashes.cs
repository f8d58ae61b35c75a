using System.Security.Cryptography;
using System.Text;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Tree;
using DataEngineer.Planning.Graph;

namespace DataEngineer.Planning;

/// <summary>The files that a plan was made from, by path below the customer's folder, with the SHA-256 of their text as UTF-8.</summary>
internal static class DefinitionHashes
{
    public static IReadOnlyDictionary<string, string> Of(CustomerTree tree, Document<PipelineDefinition> pipeline, PipelineGraph graph)
    {
        var files = new CustomerFiles(tree);
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [files.Relative(tree.Customer.File)] = Hash(tree.Customer.Text),
            [files.Relative(pipeline.File)] = Hash(pipeline.Text),
        };
        foreach (var query in graph.Transforms.Values.Concat(graph.Assertions.Select(assertion => assertion.Query).OfType<GraphQuery>()))
        {
            if (!hashes.ContainsKey(query.Sql.File))
            {
                hashes[query.Sql.File] = Hash(query.Sql.Text);
            }
        }

        return hashes;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
