using DataEngineer.Definitions.Tree;

namespace DataEngineer.Planning.Queries;

/// <summary>A table that a query reads.</summary>
/// <param name="Name">In lower case; the engine does not tell cases apart.</param>
/// <param name="Times">How often the query names it.</param>
/// <param name="Place">Of the first time.</param>
public sealed record TableRead(string Name, int Times, SourcePosition Place);
