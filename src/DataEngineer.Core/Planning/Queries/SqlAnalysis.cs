using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Planning.Queries;

/// <summary>What a query reads and needs.</summary>
/// <param name="Tables">By name in lower case, in the order they are first met; common table expressions are not among them.</param>
/// <param name="Parameters">The parameters it uses, in the order they stand.</param>
/// <param name="ShowsInputs">False where the engine can run the query but cannot tell what it reads (PIVOT), so that depends_on must.</param>
/// <param name="Problems">What is wrong with it, with its place in the file.</param>
public sealed record SqlAnalysis(
    IReadOnlyList<TableRead> Tables,
    IReadOnlyList<ParameterUse> Parameters,
    bool ShowsInputs,
    IReadOnlyList<Diagnostic> Problems);
