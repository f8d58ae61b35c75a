namespace DataEngineer.Activities.Extract.Json;

/// <summary>
/// Lines from all over a large NDJSON file, to find keys and types from: the engine's own sample is the beginning of the file, and says
/// nothing of keys that come later.
/// </summary>
internal static class JsonSample
{
    /// <summary>Bytes up to which a file is its own sample.</summary>
    public const long WholeFile = 16_000_000;

    private const int Beginning = 4_000_000;
    private const int Window = 256_000;
    private const int Windows = 32;

    public static void Write(string from, string to)
    {
        using var input = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var output = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
        CopyLines(input, output, 0, Beginning);
        for (var i = 1; i <= Windows; i++)
        {
            CopyLines(input, output, Beginning + ((input.Length - Beginning - Window) / Windows * i), Window);
        }
    }

    /// <summary>Copies the whole lines of a stretch; one that begins before it is left out.</summary>
    private static void CopyLines(FileStream input, FileStream output, long start, int length)
    {
        var bytes = new byte[length];
        input.Position = start;
        var read = bytes.AsSpan(0, input.ReadAtLeast(bytes, length, throwOnEndOfStream: false));
        var first = start == 0 ? 0 : read.IndexOf((byte)'\n') + 1;
        var end = read.LastIndexOf((byte)'\n') + 1;
        if (end > first)
        {
            output.Write(read[first..end]);
        }
    }
}
