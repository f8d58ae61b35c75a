using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Definitions.Tree;

/// <summary>A pipelines tree as it was read: what could be understood of it, and everything that could not.</summary>
/// <param name="Customers">By id.</param>
/// <param name="Diagnostics">Problems found while reading and binding; rules add theirs later.</param>
public sealed record DefinitionTree(
    IReadOnlyDictionary<string, CustomerTree> Customers,
    IReadOnlyList<Diagnostic> Diagnostics);
