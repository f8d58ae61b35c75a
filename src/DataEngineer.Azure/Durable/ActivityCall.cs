using System.Text.Json;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Azure.Durable;

/// <summary>An activity's input as it travels on Durable Functions: what the orchestration passed, and under which limits it is to run.</summary>
/// <param name="Input">As <see cref="DurableJson"/> writes it; null where there is none.</param>
/// <param name="Limits">Empty for a call without limits.</param>
public sealed record ActivityCall(JsonElement? Input, IReadOnlyList<ConcurrencyLimit> Limits)
{
    /// <summary>The call as JSON that any serialiser of the platform leaves as it is.</summary>
    public static JsonElement Of(object? input, ActivityOptions? options) =>
        DurablePayload.Write(new ActivityCall(DurablePayload.Write(input), options?.Limits ?? []))!.Value;
}
