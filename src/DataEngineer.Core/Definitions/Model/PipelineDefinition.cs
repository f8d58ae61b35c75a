using DataEngineer.Definitions.Schema;

namespace DataEngineer.Definitions.Model;

/// <summary>One pipeline: what to extract, how to transform it, what must hold, and where to load it.</summary>
public sealed record PipelineDefinition
{
    /// <summary>The version of the language; always 1.</summary>
    [Required, Range(1, 1)]
    public int Version { get; init; }

    /// <summary>The pipeline's name, unique within its customer and equal to the file's name without ending.</summary>
    [Required, Identifier]
    public string Pipeline { get; init; } = "";

    /// <summary>What the pipeline is for, in a sentence.</summary>
    public string? Description { get; init; }

    /// <summary>Who answers for it; a mail address or a team's name. Default: the customer's owner.</summary>
    public string? Owner { get; init; }

    /// <summary>Words to find the pipeline by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>When it runs and what span of time each run covers. Without it the pipeline runs only when told to.</summary>
    public ScheduleDefinition? Schedule { get; init; }

    /// <summary>Values a run may be given, by name; SQL sees them as bound parameters ($region).</summary>
    [KeyIdentifier]
    public IReadOnlyDictionary<string, VariableDefinition> Variables { get; init; } = Empty<VariableDefinition>();

    /// <summary>Retry and timeout of every step that names none of its own.</summary>
    public DefaultsDefinition Defaults { get; init; } = new();

    /// <summary>Where data comes from; each entry makes one dataset of its name.</summary>
    [KeyIdentifier]
    public IReadOnlyDictionary<string, ExtractDefinition> Extract { get; init; } = Empty<ExtractDefinition>();

    /// <summary>SQL over datasets by name; each entry makes one dataset of its name.</summary>
    [KeyIdentifier]
    public IReadOnlyDictionary<string, TransformDefinition> Transform { get; init; } = Empty<TransformDefinition>();

    /// <summary>What must hold of a dataset before it is loaded.</summary>
    public IReadOnlyList<AssertDefinition> Assert { get; init; } = [];

    /// <summary>Where datasets go; each entry loads the dataset of its name unless it names another.</summary>
    [KeyIdentifier]
    public IReadOnlyDictionary<string, LoadDefinition> Load { get; init; } = Empty<LoadDefinition>();

    private static Dictionary<string, T> Empty<T>() => new(StringComparer.Ordinal);
}
