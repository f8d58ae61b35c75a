using System.Text.Json;
using DataEngineer.Azure.Durable;
using DataEngineer.Orchestration.Ports;
using Microsoft.DurableTask.Client;

namespace DataEngineer.Functions.Durable;

/// <summary>Instances as Durable Functions tells of them, in the port's terms.</summary>
internal static class DurableInstances
{
    public static OrchestrationInstance Of(OrchestrationMetadata metadata)
    {
        var status = StatusOf(metadata.RuntimeStatus);
        return new OrchestrationInstance(
            metadata.InstanceId,
            metadata.Name,
            status,
            metadata.CreatedAt,
            metadata.LastUpdatedAt,
            Json(metadata.SerializedInput),
            status == OrchestrationStatus.Completed ? Json(metadata.SerializedOutput) : null,
            Json(metadata.SerializedCustomStatus),
            FailureOf(status, metadata));
    }

    // Any other status is one that this version of the platform only keeps for old instances: continued as new, which is running.
    private static OrchestrationStatus StatusOf(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Pending => OrchestrationStatus.Pending,
        OrchestrationRuntimeStatus.Suspended => OrchestrationStatus.Suspended,
        OrchestrationRuntimeStatus.Completed => OrchestrationStatus.Completed,
        OrchestrationRuntimeStatus.Failed => OrchestrationStatus.Failed,
        OrchestrationRuntimeStatus.Terminated => OrchestrationStatus.Terminated,
        _ => OrchestrationStatus.Running,
    };

    private static OrchestrationFailure? FailureOf(OrchestrationStatus status, OrchestrationMetadata metadata) => status switch
    {
        OrchestrationStatus.Failed => metadata.FailureDetails is { } details ? DurableFailures.Of(details) : new OrchestrationFailure("Unknown", Text(metadata.SerializedOutput)),
        OrchestrationStatus.Terminated => new OrchestrationFailure("Terminated", Text(metadata.SerializedOutput)),
        _ => null,
    };

    private static string? Json(string? serialized) => serialized is null or "" or "null" ? null : serialized;

    // A reason comes as a JSON string, or as it is.
    private static string Text(string? serialized)
    {
        try
        {
            return serialized is ['"', ..] ? DurablePayload.Read<string>(JsonElement.Parse(serialized)) ?? "" : serialized ?? "";
        }
        catch (JsonException)
        {
            return serialized!;
        }
    }
}
