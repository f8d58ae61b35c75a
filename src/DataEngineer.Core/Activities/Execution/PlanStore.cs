using System.Text.Json;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;

namespace DataEngineer.Activities.Execution;

/// <summary>A run's plan as a file of the run: written once, read by each of its steps.</summary>
internal static class PlanStore
{
    public static async Task WriteAsync(IBlobStore store, RunPlan plan, CancellationToken cancellationToken) =>
        await store.WriteAsync(
            RunPaths.Plan(plan.Run.ToString()),
            JsonSerializer.SerializeToUtf8Bytes(plan, DurableJson.Options),
            BlobCondition.None,
            cancellationToken);

    public static async Task<RunPlan?> FindAsync(IBlobStore store, string run, CancellationToken cancellationToken) =>
        await store.ReadAsync(RunPaths.Plan(run), cancellationToken) is { } content
            ? JsonSerializer.Deserialize<RunPlan>(content.Bytes.Span, DurableJson.Options)
            : null;
}
