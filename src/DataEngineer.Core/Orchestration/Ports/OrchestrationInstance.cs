using System.Text.Json;

namespace DataEngineer.Orchestration.Ports;

/// <summary>An instance as a client sees it.</summary>
/// <param name="Input">The input as JSON, or null.</param>
/// <param name="Output">The output as JSON once completed; null before, and where the orchestration returns nothing.</param>
/// <param name="CustomStatus">What the orchestration last set, as JSON.</param>
/// <param name="Failure">Why it failed or was terminated.</param>
public sealed record OrchestrationInstance(
    string InstanceId,
    string Name,
    OrchestrationStatus Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string? Input,
    string? Output,
    string? CustomStatus,
    OrchestrationFailure? Failure)
{
    /// <summary>True once the status can no longer change.</summary>
    public bool IsFinal => Status is OrchestrationStatus.Completed or OrchestrationStatus.Failed or OrchestrationStatus.Terminated;

    /// <summary>The output read as <typeparamref name="T"/>.</summary>
    public T? ReadOutput<T>() => Output is null ? default : JsonSerializer.Deserialize<T>(Output, DurableJson.Options);

    /// <summary>The custom status read as <typeparamref name="T"/>.</summary>
    public T? ReadCustomStatus<T>() => CustomStatus is null ? default : JsonSerializer.Deserialize<T>(CustomStatus, DurableJson.Options);
}
