using DataEngineer.Definitions.Model;

namespace DataEngineer.Plans;

/// <summary>Reads a source into one staged dataset.</summary>
public sealed record ExtractStep : Step
{
    /// <summary>The dataset made.</summary>
    public required string Dataset { get; init; }

    /// <summary>The connection's name.</summary>
    public required string Connection { get; init; }

    /// <summary>What to read, templates rendered, format decided where the definition or the path tells it.</summary>
    public required FileDefinition File { get; init; }

    /// <summary>DuckDB types by column.</summary>
    public required IReadOnlyDictionary<string, string> Columns { get; init; }

    /// <summary>How many unreadable rows are borne.</summary>
    public required RejectsDefinition Rejects { get; init; }
}
