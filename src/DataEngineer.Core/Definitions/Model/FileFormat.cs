namespace DataEngineer.Definitions.Model;

/// <summary>The file formats that can be read.</summary>
public enum FileFormat
{
    /// <summary>Delimited text.</summary>
    Csv,

    /// <summary>One JSON array of objects, or one object.</summary>
    Json,

    /// <summary>One JSON object a line.</summary>
    Ndjson,

    /// <summary>Apache Parquet.</summary>
    Parquet,
}
