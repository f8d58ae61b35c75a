namespace DataEngineer.Planning.Queries;

/// <summary>What a text of SQL says, whoever uses it; places are indexes into the text.</summary>
/// <param name="Tables">Tables read that no common table expression hides, in the order they are met.</param>
/// <param name="Parameters">Named parameters in the order they stand.</param>
/// <param name="ShowsInputs">False where the engine can run the query but cannot tell what it reads.</param>
internal sealed record ParsedQuery(
    IReadOnlyList<TableReference> Tables,
    IReadOnlyList<SqlToken> Parameters,
    IReadOnlyList<SqlProblem> Problems,
    bool ShowsInputs);
