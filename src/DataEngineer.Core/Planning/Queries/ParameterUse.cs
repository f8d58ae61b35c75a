using DataEngineer.Definitions.Tree;

namespace DataEngineer.Planning.Queries;

/// <summary>A parameter that a query uses.</summary>
/// <param name="Name">In lower case, without the dollar sign.</param>
/// <param name="Place">Of the first time.</param>
public sealed record ParameterUse(string Name, SourcePosition Place);
