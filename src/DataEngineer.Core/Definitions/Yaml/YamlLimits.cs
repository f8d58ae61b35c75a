namespace DataEngineer.Definitions.Yaml;

/// <summary>What a definition may cost before it is refused; far above what people write, far below what hurts.</summary>
internal static class YamlLimits
{
    /// <summary>Bytes of one text file.</summary>
    public const int Bytes = 1024 * 1024;

    /// <summary>Mappings and lists in one another.</summary>
    public const int Depth = 64;

    /// <summary>Values of one file, aliases counted as what they stand for.</summary>
    public const int Values = 100_000;

    /// <summary>Aliases of one file.</summary>
    public const int Aliases = 1_000;
}
