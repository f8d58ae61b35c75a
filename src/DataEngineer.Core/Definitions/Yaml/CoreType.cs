namespace DataEngineer.Definitions.Yaml;

/// <summary>The types that a scalar can have in YAML 1.2's core schema.</summary>
internal enum CoreType
{
    Text,
    Null,
    Boolean,
    Integer,
    Number,
}
