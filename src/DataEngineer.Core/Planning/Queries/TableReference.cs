namespace DataEngineer.Planning.Queries;

/// <summary>A table named in a query.</summary>
/// <param name="Name">As written, without quotes.</param>
/// <param name="Qualifier">What stands before the name, as in db.schema; empty for none.</param>
/// <param name="Index">Where it stands in the text.</param>
internal sealed record TableReference(string Name, string Qualifier, int Index);
