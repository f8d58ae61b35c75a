namespace DataEngineer.Definitions.Model;

/// <summary>The text encodings that can be read.</summary>
public enum TextEncoding
{
    /// <summary>UTF-8.</summary>
    Utf8,

    /// <summary>UTF-16; the byte order mark tells which end comes first, little without one.</summary>
    Utf16,

    /// <summary>ISO 8859-1.</summary>
    Latin1,

    /// <summary>Windows code page 1252.</summary>
    Windows1252,
}
