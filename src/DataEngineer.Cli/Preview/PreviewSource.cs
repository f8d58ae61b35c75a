namespace DataEngineer.Cli.Preview;

/// <summary>A Parquet file to be looked at.</summary>
/// <param name="What">What its rows are, for a person.</param>
/// <param name="Path">In the customer's store.</param>
internal sealed record PreviewSource(string What, string Path);
