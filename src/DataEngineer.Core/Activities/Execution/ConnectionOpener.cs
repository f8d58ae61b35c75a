using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DataEngineer.Connections;
using DataEngineer.Failures;
using DataEngineer.Plans;
using DataEngineer.Store;

namespace DataEngineer.Activities.Execution;

/// <summary>Opens the connections of one step; their options come with secrets resolved.</summary>
internal sealed class ConnectionOpener(
    string customer,
    IReadOnlyDictionary<string, PlannedConnection> connections,
    IReadOnlyList<IConnector> connectors,
    IBlobStore customerFiles,
    IBlobStore store) : IConnectionOpener
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public IFileSource OpenFiles(string connection)
    {
        var (connector, options, scope) = Prepare(connection);
        return connector.OpenFiles(options, scope)
            ?? throw Cannot(connection, connector.Type, "holds no files to extract");
    }

    public ITarget OpenTarget(string connection)
    {
        var (connector, options, scope) = Prepare(connection);
        return connector.OpenTarget(options, scope)
            ?? throw Cannot(connection, connector.Type, "takes no loads");
    }

    private (IConnector Connector, object Options, ConnectionScope Scope) Prepare(string name)
    {
        var connection = connections.TryGetValue(name, out var found)
            ? found
            : throw StepFailedException.Terminal("DE0911", FailureClass.Definition, $"The plan has no connection '{name}'.", "Plan the run again.");
        var connector = connectors.FirstOrDefault(candidate => candidate.Type == connection.Type)
            ?? throw StepFailedException.Terminal(
                "DE0912",
                FailureClass.Definition,
                $"Connection '{name}' has type '{connection.Type}', which this host does not have; it has {string.Join(", ", connectors.Select(c => c.Type))}.");
        return (connector, Bind(connection.Options, connector.OptionsType), new ConnectionScope(customer, name, customerFiles, store));
    }

    private static object Bind(JsonObject options, Type type) =>
        options.Deserialize(type, Options) ?? throw new InvalidOperationException($"Options of type {type.Name} were null.");

    private static StepFailedException Cannot(string connection, string type, string what) =>
        StepFailedException.Terminal("DE0913", FailureClass.Definition, $"Connection '{connection}' of type '{type}' {what}.", "Name another connection.");
}
