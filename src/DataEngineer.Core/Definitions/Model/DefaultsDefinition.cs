namespace DataEngineer.Definitions.Model;

/// <summary>What steps inherit that name nothing of their own.</summary>
public sealed record DefaultsDefinition
{
    /// <summary>How transient failures are retried.</summary>
    public RetryDefinition Retry { get; init; } = new();

    /// <summary>How long one attempt of a step may take. Default: 1h.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromHours(1);
}
