namespace DataEngineer.Definitions.Model;

/// <summary>Tells a file's format from its name.</summary>
public static class FileFormats
{
    /// <summary>The format that the ending means, with or without .gz after it; null where it means none.</summary>
    public static FileFormat? FromPath(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".CSV" or ".TSV" => FileFormat.Csv,
            ".JSON" => FileFormat.Json,
            ".NDJSON" or ".JSONL" => FileFormat.Ndjson,
            ".PARQUET" => FileFormat.Parquet,
            _ => null,
        };
    }
}
