using System.Text.Json;
using DataEngineer.Azure.Durable;
using DataEngineer.Functions.Durable;
using DataEngineer.Orchestration;
using DataEngineer.Orchestration.Ports;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace DataEngineer.Functions.Triggers;

/// <summary>The orchestration of a run.</summary>
public sealed class RunPipelineFunction(DurableCatalog catalog)
{
    /// <summary>Runs it.</summary>
    [Function(RunPipeline.Name)]
    public async Task<JsonElement?> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        DurablePayload.Write(await catalog.Orchestrations[RunPipeline.Name].Run(new DurableContext(context)));
}
