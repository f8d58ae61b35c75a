using System.Text.Json;
using DataEngineer.Azure.Durable;
using DataEngineer.Orchestration;
using Microsoft.Azure.Functions.Worker;

namespace DataEngineer.Functions.Triggers;

/// <summary>The activities, each under its own name, so that the platform finds them; the catalog has what they do.</summary>
public sealed class ActivityFunctions(ActivityHost activities)
{
    /// <inheritdoc cref="ActivityNames.PlanRun"/>
    [Function(ActivityNames.PlanRun)]
    public Task<JsonElement?> PlanRunAsync([ActivityTrigger] JsonElement call, string instanceId, CancellationToken cancellationToken) =>
        activities.RunAsync(ActivityNames.PlanRun, instanceId, call, cancellationToken);

    /// <inheritdoc cref="ActivityNames.Extract"/>
    [Function(ActivityNames.Extract)]
    public Task<JsonElement?> ExtractAsync([ActivityTrigger] JsonElement call, string instanceId, CancellationToken cancellationToken) =>
        activities.RunAsync(ActivityNames.Extract, instanceId, call, cancellationToken);

    /// <inheritdoc cref="ActivityNames.Transform"/>
    [Function(ActivityNames.Transform)]
    public Task<JsonElement?> TransformAsync([ActivityTrigger] JsonElement call, string instanceId, CancellationToken cancellationToken) =>
        activities.RunAsync(ActivityNames.Transform, instanceId, call, cancellationToken);

    /// <inheritdoc cref="ActivityNames.Assert"/>
    [Function(ActivityNames.Assert)]
    public Task<JsonElement?> AssertAsync([ActivityTrigger] JsonElement call, string instanceId, CancellationToken cancellationToken) =>
        activities.RunAsync(ActivityNames.Assert, instanceId, call, cancellationToken);

    /// <inheritdoc cref="ActivityNames.Load"/>
    [Function(ActivityNames.Load)]
    public Task<JsonElement?> LoadAsync([ActivityTrigger] JsonElement call, string instanceId, CancellationToken cancellationToken) =>
        activities.RunAsync(ActivityNames.Load, instanceId, call, cancellationToken);

    /// <inheritdoc cref="ActivityNames.FinishRun"/>
    [Function(ActivityNames.FinishRun)]
    public Task<JsonElement?> FinishRunAsync([ActivityTrigger] JsonElement call, string instanceId, CancellationToken cancellationToken) =>
        activities.RunAsync(ActivityNames.FinishRun, instanceId, call, cancellationToken);
}
