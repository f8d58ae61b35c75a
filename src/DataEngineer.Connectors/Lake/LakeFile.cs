namespace DataEngineer.Connectors.Lake;

/// <summary>A data file of a table.</summary>
/// <param name="Path">Relative to the table's folder: data/….parquet.</param>
/// <param name="LoadId">The load that wrote its rows.</param>
internal sealed record LakeFile(string Path, long Rows, long Bytes, string LoadId);
