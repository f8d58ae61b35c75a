using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataEngineer.Activities.Execution;
using DataEngineer.Cli.Hosting;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Plans;
using DataEngineer.Runs;
using DataEngineer.Store;

namespace DataEngineer.Cli.Records;

/// <summary>
/// Which run a command follows, from its start until a person was shown its end. A command that is killed between the two finds it when it is
/// typed again, and shows that end instead of running everything anew.
/// </summary>
internal sealed class UnseenEnd(Head head, string customer, string pipeline, string intervalKey)
{
    private readonly string _path = $"followed/{pipeline}.{intervalKey}";

    private IBlobStore Store => head.Stores.Open(customer);

    public async Task FollowAsync(RunIdentity run, CancellationToken cancellationToken) =>
        await Store.WriteAsync(_path, Encoding.UTF8.GetBytes(run.ToString()), BlobCondition.None, cancellationToken);

    public Task SeenAsync() => Store.DeleteAsync(_path, CancellationToken.None);

    /// <summary>The run that ended unseen, where it was started with these variables; else null.</summary>
    public async Task<RunRecord?> FindAsync(IReadOnlyDictionary<string, JsonValue> variables, CancellationToken cancellationToken)
    {
        if (await Store.ReadAsync(_path, cancellationToken) is not { } followed
            || await RecordStore.FindAsync(Store, followed.Text, cancellationToken) is not { Status: not (RunStatus.Running or RunStatus.Cancelled) } record)
        {
            return null;
        }

        return JsonNode.DeepEquals(Json(record.Variables), Json(variables)) ? record : null;
    }

    private static JsonNode? Json(IReadOnlyDictionary<string, JsonValue> variables) => JsonSerializer.SerializeToNode(variables, DurableJson.Options);
}
