namespace DataEngineer.Definitions.Model;

/// <summary>How a file is compressed.</summary>
public enum FileCompression
{
    /// <summary>gzip when the name ends with .gz, else none.</summary>
    Auto,

    /// <summary>Not at all.</summary>
    None,

    /// <summary>gzip.</summary>
    Gzip,
}
