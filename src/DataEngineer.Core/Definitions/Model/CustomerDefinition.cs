using DataEngineer.Definitions.Schema;

namespace DataEngineer.Definitions.Model;

/// <summary>One customer (tenant): its connections and limits. Pipelines in its folder see nothing of other customers.</summary>
public sealed record CustomerDefinition
{
    /// <summary>The customer's id, equal to its folder's name.</summary>
    [Required, Identifier]
    public string Customer { get; init; } = "";

    /// <summary>Who answers for it; a mail address or a team's name.</summary>
    [Required]
    public string Owner { get; init; } = "";

    /// <summary>IANA time zone of its schedules. Default: UTC.</summary>
    public string Timezone { get; init; } = "UTC";

    /// <summary>Where its pipelines read from and load into, by name.</summary>
    [KeyIdentifier]
    public IReadOnlyDictionary<string, ConnectionDefinition> Connections { get; init; } =
        new Dictionary<string, ConnectionDefinition>(StringComparer.Ordinal);

    /// <summary>What its runs may use at most.</summary>
    public QuotasDefinition Quotas { get; init; } = new();
}
