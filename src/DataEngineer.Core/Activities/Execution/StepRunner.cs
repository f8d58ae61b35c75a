using DataEngineer.Failures;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Plans;
using DataEngineer.Runs;
using Microsoft.Extensions.Logging;

namespace DataEngineer.Activities.Execution;

/// <summary>
/// Does one delivery of one step: reads the run's plan, makes what the step works with, bounds its time, and turns whatever ends it into an
/// outcome. Only the host stopping leaves as an exception, so that the delivery is made again.
/// </summary>
internal sealed class StepRunner(RuntimeServices services, StepActivities activities)
{
    private readonly ILogger _logger = services.Loggers.CreateLogger("DataEngineer.Steps");

    public async Task<StepOutcome> RunAsync(IActivityContext delivery, StepCall call, CancellationToken cancellationToken)
    {
        var run = call.Run.ToString();
        var store = services.Stores.Open(call.Run.Customer);
        var plan = await PlanStore.FindAsync(store, run, cancellationToken)
            ?? throw new InvalidOperationException($"Run {run} has no plan in {store.Location}.");
        var step = plan.Steps.First(candidate => candidate.Name == call.Step);
        services.Progress.Started(call.Run, step);
        Log.StepStarted(_logger, run, step.Name, delivery.FencingToken);
        var began = services.Time.GetTimestamp();
        var outcome = await RunBoundedAsync(delivery, call, plan, step, cancellationToken) with { Elapsed = services.Time.GetElapsedTime(began) };
        Log.StepEnded(_logger, run, step.Name, outcome.Status, outcome.Rows.Read, outcome.Rows.Written, outcome.Failure?.Message);
        services.Progress.Ended(call.Run, step, outcome);
        return outcome;
    }

    private async Task<StepOutcome> RunBoundedAsync(
        IActivityContext delivery, StepCall call, RunPlan plan, Step step, CancellationToken cancellationToken)
    {
        var temp = Path.Combine(services.TempFolder, $"{call.Run}.{step.Name}.{delivery.FencingToken}");
        using var timeout = new CancellationTokenSource(step.Timeout, services.Time);
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            Directory.CreateDirectory(temp);
            var context = await ContextAsync(delivery, call, plan, temp, bounded.Token);
            return await activities.RunAsync(context, step, bounded.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return StepOutcome.Failed(step.Name, new Failure(
                "DE0902", FailureClass.Quota, Transient: true, $"Step '{step.Name}' was stopped after its timeout of {step.Timeout}.", "Raise `timeout` of the step, or make it do less."));
        }
        catch (StepFailedException e)
        {
            return StepOutcome.Failed(step.Name, e.Failure);
        }
        catch (IOException e)
        {
            return StepOutcome.Failed(step.Name, IoFailures.Of(step.Name, e));
        }
        catch (Exception e)
        {
            Log.StepBroke(_logger, e, call.Run.ToString(), step.Name);
            return StepOutcome.Failed(step.Name, new Failure(
                "DE0903", FailureClass.Internal, Transient: false, $"Step '{step.Name}' broke: {e.GetType().Name}.", "Run it again with --verbose, which writes the log, and report that."));
        }
        finally
        {
            if (Directory.Exists(temp))
            {
                Directory.Delete(temp, recursive: true);
            }
        }
    }

    private async Task<StepContext> ContextAsync(
        IActivityContext delivery, StepCall call, RunPlan plan, string temp, CancellationToken cancellationToken)
    {
        var customer = call.Run.Customer;
        var connections = await SecretResolution.ResolveAsync(plan.Connections, customer, services.Secrets, cancellationToken);
        var store = services.Stores.Open(customer);
        return new StepContext(
            plan,
            call.Inputs.ToDictionary(input => input.Dataset, StringComparer.Ordinal),
            store,
            new ConnectionOpener(customer, connections, services.Connectors, new PrefixStore(services.Pipelines, customer), store),
            delivery.FencingToken,
            temp,
            new ObserverProgress(services.Progress),
            services.Time,
            _logger);
    }
}
