using DataEngineer.Definitions.Model;

namespace DataEngineer.Activities.Extract.Json;

/// <summary>How objects stand in a file, in the engine's words.</summary>
internal static class JsonLayout
{
    /// <summary>One object a line.</summary>
    public const string Lines = "newline_delimited";

    /// <summary>One array of objects.</summary>
    public const string Array = "array";

    /// <summary>One object, or several with white space between.</summary>
    public const string Objects = "unstructured";

    /// <summary>True where the last thing in the file is the end of an array.</summary>
    public static bool ArrayEnds(SourceFile file)
    {
        using var stream = new FileStream(file.LocalPath, FileMode.Open, FileAccess.Read);
        var last = 0;
        for (var at = stream.Length - 1; at >= 0 && last is 0 or ' ' or '\t' or '\r' or '\n'; at--)
        {
            stream.Position = at;
            last = stream.ReadByte();
        }

        return last == ']';
    }

    public static string Of(SourceFile file, FileFormat format)
    {
        if (format == FileFormat.Ndjson)
        {
            return Lines;
        }

        using var stream = new FileStream(file.LocalPath, FileMode.Open, FileAccess.Read);
        int first;
        do
        {
            first = stream.ReadByte();
        }
        while (first is ' ' or '\t' or '\r' or '\n');
        return first == '[' ? Array : Objects;
    }
}
