using DataEngineer.Plans;

namespace DataEngineer.Runs;

/// <summary>A staged dataset: where its Parquet file is in the customer's store, and its shape. What steps pass instead of rows.</summary>
public sealed record DatasetRef(string Dataset, string Path, long Rows, long Bytes, IReadOnlyList<Column> Columns);
