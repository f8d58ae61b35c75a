namespace DataEngineer.Activities.Quality.Values;

/// <summary>The kinds of types that differ in how values written in YAML are read for them.</summary>
internal enum ColumnKind
{
    /// <summary>Whole numbers and decimals.</summary>
    Exact,

    /// <summary>FLOAT and DOUBLE.</summary>
    Floating,

    /// <summary>VARCHAR.</summary>
    Text,

    /// <summary>BOOLEAN.</summary>
    Boolean,

    /// <summary>DATE.</summary>
    Date,

    /// <summary>TIMESTAMP of any precision, in UTC.</summary>
    Timestamp,

    /// <summary>TIMESTAMP WITH TIME ZONE.</summary>
    TimestampTz,

    /// <summary>TIME.</summary>
    Time,

    /// <summary>Lists, structs, maps and what else holds values within.</summary>
    Nested,

    /// <summary>Single values of any other type: UUID, BLOB, INTERVAL.</summary>
    Other,
}
