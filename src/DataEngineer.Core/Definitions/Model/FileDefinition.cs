using DataEngineer.Definitions.Schema;

namespace DataEngineer.Definitions.Model;

/// <summary>Which files to read, and how they are written.</summary>
public sealed record FileDefinition
{
    /// <summary>A path or glob (*, ?, **) below the connection's root. A glob that matches nothing is an error unless allow_empty.</summary>
    [Required, Template]
    public string Path { get; init; } = "";

    /// <summary>How the files are written. Default: from the file name's ending, before .gz.</summary>
    public FileFormat? Format { get; init; }

    /// <summary>How the files are compressed. Default: auto, by the ending .gz.</summary>
    public FileCompression Compression { get; init; } = FileCompression.Auto;

    /// <summary>The text encoding of CSV and JSON files. Default: utf_8; a byte order mark is honoured and dropped.</summary>
    public TextEncoding Encoding { get; init; } = TextEncoding.Utf8;

    /// <summary>True to make an empty dataset of a missing file, an empty glob or an empty file; needs columns. Default: false.</summary>
    public bool AllowEmpty { get; init; }

    /// <summary>How CSV is written; what is left out is found by looking at the file.</summary>
    public CsvDefinition Csv { get; init; } = new();
}
