namespace DataEngineer.Planning.Graph;

/// <summary>A dataset that something uses, and where that is written.</summary>
/// <param name="Times">How often it is named.</param>
/// <param name="File">Below the customer's folder.</param>
public sealed record DatasetUse(string Dataset, int Times, string File, int Line, int Column);
