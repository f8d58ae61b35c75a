namespace DataEngineer.Planning.Queries;

/// <summary>Something wrong with a text of SQL, at an index of it.</summary>
internal sealed record SqlProblem(string Code, int Index, string Message, string? Fix);
