using DataEngineer.Definitions.Schema;
using DataEngineer.Definitions.Values;

namespace DataEngineer.Definitions.Model;

/// <summary>What a customer's runs may use at most.</summary>
public sealed record QuotasDefinition
{
    /// <summary>Steps that run at once, over all its runs on one host. Default: 4.</summary>
    [Range(1, 1000)]
    public int MaxConcurrentSteps { get; init; } = 4;

    /// <summary>Memory that the engine may use in one step before it spills to disk. Default: 1GB.</summary>
    public ByteSize Memory { get; init; } = ByteSize.OneGigabyte;

    /// <summary>Processor threads of one step. Default: 2.</summary>
    [Range(1, 256)]
    public int Threads { get; init; } = 2;
}
