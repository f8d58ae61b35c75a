using DataEngineer.Definitions.Model;

namespace DataEngineer.Activities.Extract;

/// <summary>What the ending of a file's name tells.</summary>
internal static class FileFormats
{
    public static bool IsGzip(string path, FileCompression compression) => compression switch
    {
        FileCompression.Auto => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase),
        FileCompression.Gzip => true,
        FileCompression.None => false,
        _ => throw new ArgumentOutOfRangeException(nameof(compression), compression, "Not a compression."),
    };

    public static FileFormat Of(IReadOnlyList<string> paths, FileFormat? declared, string what)
    {
        if (declared is { } format)
        {
            return format;
        }

        var first = OfName(paths[0]) ?? throw ExtractErrors.UnknownFormat(what, paths[0]);
        foreach (var path in paths)
        {
            if ((OfName(path) ?? throw ExtractErrors.UnknownFormat(what, path)) != first)
            {
                throw ExtractErrors.MixedFormats(what, paths[0], path);
            }
        }

        return first;
    }

    private static FileFormat? OfName(string path)
    {
        var isGzip = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        return Path.GetExtension(isGzip ? path[..^3] : path).ToLowerInvariant() switch
        {
            ".csv" or ".tsv" or ".txt" => FileFormat.Csv,
            ".json" => FileFormat.Json,
            ".ndjson" or ".jsonl" => FileFormat.Ndjson,
            ".parquet" or ".pq" when !isGzip => FileFormat.Parquet,
            _ => null,
        };
    }
}
