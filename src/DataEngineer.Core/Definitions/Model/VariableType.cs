namespace DataEngineer.Definitions.Model;

/// <summary>The kinds of values a variable can have, and the DuckDB type each is bound as.</summary>
public enum VariableType
{
    /// <summary>Text; VARCHAR.</summary>
    String,

    /// <summary>A whole number; BIGINT.</summary>
    Integer,

    /// <summary>A number; DOUBLE.</summary>
    Number,

    /// <summary>true or false; BOOLEAN.</summary>
    Boolean,

    /// <summary>A calendar day, as 2026-01-31; DATE.</summary>
    Date,
}
