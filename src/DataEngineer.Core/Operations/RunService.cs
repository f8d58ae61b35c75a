using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataEngineer.Activities.Execution;
using DataEngineer.Failures;
using DataEngineer.Orchestration;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;

namespace DataEngineer.Operations;

/// <summary>Starts, retries and shows runs; what every head's commands come down to.</summary>
public sealed class RunService(IOrchestrationClient client, ICustomerStores stores, TimeProvider time)
{
    /// <summary>
    /// Starts a run, or finds the unfinished one of the same pipeline and interval, which then goes on. A finished interval is run again as a
    /// further attempt.
    /// </summary>
    public async Task<RunStart> StartAsync(RunCommand command, CancellationToken cancellationToken)
    {
        var key = command.Interval is { } interval ? IntervalKey.Of(interval) : IntervalKey.ManualPrefix;
        var known = await KnownAsync(command.Customer, command.Pipeline, key, cancellationToken);
        if (known.Find(run => run.Instance is { IsFinal: false }) is { Instance: not null } open)
        {
            CheckSame(command, open);
            return new RunStart(open.Run, Resumed: true);
        }

        var run = command.Interval is not null
            ? new RunIdentity(command.Customer, command.Pipeline, key, 1 + known.Select(r => r.Run.Attempt).DefaultIfEmpty().Max())
            : new RunIdentity(command.Customer, command.Pipeline, IntervalKey.Manual(1 + known.Select(r => IntervalKey.NumberOf(r.Run.IntervalKey)).DefaultIfEmpty().Max()), 1);
        return await BeginAsync(new RunRequest(run, command.Interval, command.Variables, command.Trigger), cancellationToken);
    }

    /// <summary>Runs an ended run again, reusing the steps that succeeded. Throws <see cref="RunConflictException"/> where there is nothing to retry.</summary>
    public async Task<RunStart> RetryAsync(RunIdentity run, RetryCommand command, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(run.Customer, run.Pipeline, run.IntervalKey, cancellationToken);
        if (known.Find(r => r.Instance is { IsFinal: false }) is { Instance: not null } open)
        {
            return new RunStart(open.Run, Resumed: true);
        }

        var record = await FindAsync(run, cancellationToken)
            ?? throw Unknown(run);
        if (record.Status is RunStatus.Succeeded or RunStatus.Warned)
        {
            throw new RunConflictException($"Run '{run}' ended {record.Status.ToString().ToLowerInvariant()}; there is nothing to retry. `dataeng run {run.Customer}/{run.Pipeline}` runs it anew.");
        }

        var next = run with { Attempt = 1 + known.Select(r => r.Run.Attempt).DefaultIfEmpty(run.Attempt).Max() };
        return await BeginAsync(
            new RunRequest(next, record.Interval, record.Variables, "retry", run.ToString(), command.Definition, command.From), cancellationToken);
    }

    /// <summary>Stops an unfinished run for good and records it. A run that has ended is answered as it is.</summary>
    public async Task<RunRecord> CancelAsync(RunIdentity run, string reason, CancellationToken cancellationToken)
    {
        var record = await FindAsync(run, cancellationToken) ?? throw Unknown(run);
        if (record.Status != RunStatus.Running)
        {
            return record;
        }

        await client.TerminateAsync(run.ToString(), reason, cancellationToken);
        var cancelled = record with
        {
            Status = RunStatus.Cancelled,
            EndedAt = time.GetUtcNow(),
            Failure = new Failure("DE0906", FailureClass.Cancelled, Transient: false, reason),
        };
        await RecordStore.WriteAsync(stores.Open(run.Customer), cancelled, cancellationToken);
        return cancelled;
    }

    /// <summary>Waits until a run has ended.</summary>
    public async Task<RunRecord> WaitAsync(RunIdentity run, CancellationToken cancellationToken)
    {
        var instance = await client.WaitForCompletionAsync(run.ToString(), cancellationToken);
        return instance.ReadOutput<RunRecord>() ?? await FindAsync(run, cancellationToken) ?? Unrecorded(run, instance);
    }

    /// <summary>A run's record, or null where there is no such run.</summary>
    public async Task<RunRecord?> FindAsync(RunIdentity run, CancellationToken cancellationToken)
    {
        var record = await RecordStore.FindAsync(stores.Open(run.Customer), run.ToString(), cancellationToken);
        if (record is not null && record.Status != RunStatus.Running)
        {
            return record;
        }

        var instance = await client.GetAsync(run.ToString(), cancellationToken);
        return instance is null ? record : instance.ReadOutput<RunRecord>() ?? Overlay(record ?? Unrecorded(run, instance), instance);
    }

    /// <summary>Every run of a customer, or of one of its pipelines: by pipeline, then interval, then attempt.</summary>
    public async IAsyncEnumerable<RunRecord> ListAsync(string customer, string? pipeline, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var run in RecordStore.ListAsync(stores.Open(customer), customer, pipeline, cancellationToken))
        {
            if (await FindAsync(run, cancellationToken) is { } record)
            {
                yield return record;
            }
        }
    }

    private async Task<RunStart> BeginAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var started = await client.StartAsync(RunPipeline.Name, request.Run.ToString(), request, cancellationToken);
        return new RunStart(request.Run, Resumed: !started);
    }

    private async Task<List<KnownRun>> KnownAsync(string customer, string pipeline, string keyPrefix, CancellationToken cancellationToken)
    {
        var known = new Dictionary<RunIdentity, OrchestrationInstance?>();
        await foreach (var run in RecordStore.ListAsync(stores.Open(customer), customer, pipeline, cancellationToken))
        {
            known[run] = null;
        }

        await foreach (var instance in client.ListAsync($"{customer}.{pipeline}.", cancellationToken))
        {
            if (RunIdentity.TryParse(instance.InstanceId, out var run))
            {
                known[run] = instance;
            }
        }

        return [.. known.Where(pair => pair.Key.IntervalKey.StartsWith(keyPrefix, StringComparison.Ordinal)).Select(pair => new KnownRun(pair.Key, pair.Value))];
    }

    private static void CheckSame(RunCommand command, KnownRun open)
    {
        var asked = open.Instance!.Input is { } input ? JsonNode.Parse(input)?["variables"] : null;
        var now = JsonSerializer.SerializeToNode(command.Variables, DurableJson.Options);
        if (!JsonNode.DeepEquals(asked ?? new JsonObject(), now))
        {
            throw new RunConflictException(
                $"Run '{open.Run}' is unfinished and was started with other variables. Run it to its end with the same variables first, or cancel it: dataeng runs cancel {open.Run}");
        }
    }

    private static RunConflictException Unknown(RunIdentity run) => new($"There is no run '{run}'. `dataeng runs list` shows what there is.");

    private static RunRecord Unrecorded(RunIdentity run, OrchestrationInstance instance)
    {
        var request = instance.Input is null ? null : JsonSerializer.Deserialize<RunRequest>(instance.Input, DurableJson.Options);
        var record = new RunRecord(
            run, RunStatus.Running, request?.Trigger ?? "manual", request?.Interval, request?.Variables ?? new Dictionary<string, JsonValue>(StringComparer.Ordinal), "", request?.RetryOf, instance.CreatedAt, null, [], null);
        return Overlay(record, instance);
    }

    private static RunRecord Overlay(RunRecord record, OrchestrationInstance instance) => instance.Status switch
    {
        OrchestrationStatus.Terminated => record with
        {
            Status = RunStatus.Cancelled,
            EndedAt = instance.UpdatedAt,
            Failure = new Failure("DE0906", FailureClass.Cancelled, Transient: false, instance.Failure?.Message ?? "It was cancelled."),
        },
        OrchestrationStatus.Failed => record with
        {
            Status = RunStatus.Failed,
            EndedAt = instance.UpdatedAt,
            Failure = new Failure("DE0907", FailureClass.Internal, Transient: false, string.Create(CultureInfo.InvariantCulture, $"The orchestration broke: {instance.Failure?.ErrorType}: {instance.Failure?.Message}")),
        },
        _ => record,
    };

    private sealed record KnownRun(RunIdentity Run, OrchestrationInstance? Instance);
}
