using DataEngineer.Api.Runs;
using DataEngineer.Operations;
using DataEngineer.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace DataEngineer.Functions.Triggers;

/// <summary>Runs over HTTP; behind the app's function keys.</summary>
public sealed class RunFunctions(ICustomerStores stores, TimeProvider time)
{
    /// <summary>Starts a run.</summary>
    [Function("StartRun")]
    public Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "customers/{customer}/pipelines/{pipeline}/runs")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string customer,
        string pipeline,
        CancellationToken cancellationToken) =>
        RunsApi.StartAsync(new RunService(new Durable.DurableClient(client), stores, time), customer, pipeline, request, cancellationToken);

    /// <summary>Shows a run.</summary>
    [Function("ShowRun")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "runs/{run}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string run,
        CancellationToken cancellationToken) =>
        RunsApi.ShowAsync(new RunService(new Durable.DurableClient(client), stores, time), run, cancellationToken);
}
