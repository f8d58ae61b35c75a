using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Definitions.Tree;

/// <summary>A pipelines tree as it was read: what could be understood of it, and everything that could not.</summary>
/// <param name="Customers">Those whose customer.yml was understood whole, by folder.</param>
/// <param name="Diagnostics">Problems found while reading and binding; rules add theirs later.</param>
public sealed record DefinitionTree(
    IReadOnlyDictionary<string, CustomerTree> Customers,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Customers whose customer.yml has problems, as far as it could be understood: for rules to find more, never to be run.</summary>
    public IReadOnlyDictionary<string, CustomerTree> Incomplete { get; init; } = new Dictionary<string, CustomerTree>(StringComparer.Ordinal);
}
