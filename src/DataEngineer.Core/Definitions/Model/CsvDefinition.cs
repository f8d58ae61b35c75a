namespace DataEngineer.Definitions.Model;

/// <summary>A CSV dialect; what is left out is found by looking at the file.</summary>
public sealed record CsvDefinition
{
    /// <summary>What stands between fields, one to four characters; \t for a tab.</summary>
    public string? Delimiter { get; init; }

    /// <summary>What stands around a field; empty for nothing.</summary>
    public string? Quote { get; init; }

    /// <summary>What stands before a quote inside a quoted field.</summary>
    public string? Escape { get; init; }

    /// <summary>Whether the first line names the columns.</summary>
    public bool? Header { get; init; }

    /// <summary>Lines to pass over before the header. Default: 0.</summary>
    public int SkipRows { get; init; }

    /// <summary>Fields that mean null, quoted or not; these take the place of the default. Default: the empty field.</summary>
    public IReadOnlyList<string> NullValues { get; init; } = [];

    /// <summary>How dates are written, in strptime's letters, for example %d-%m-%Y.</summary>
    public string? DateFormat { get; init; }

    /// <summary>How timestamps are written, in strptime's letters.</summary>
    public string? TimestampFormat { get; init; }

    /// <summary>The decimal separator, . or ,. Default: a point.</summary>
    public string DecimalSeparator { get; init; } = ".";

    /// <summary>Lines that begin with this are passed over.</summary>
    public string? Comment { get; init; }

    /// <summary>True to fill missing trailing fields with null instead of rejecting the row. Default: false.</summary>
    public bool PadRaggedRows { get; init; }
}
