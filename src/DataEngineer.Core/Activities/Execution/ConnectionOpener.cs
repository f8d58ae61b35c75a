using DataEngineer.Connections;
using DataEngineer.Definitions.Binding;
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
        return (connector, Bind(connector, connection), new ConnectionScope(customer, name, customerFiles, store));
    }

    private static object Bind(IConnector connector, PlannedConnection connection) =>
        ConnectionOptions.TryBind(connector, connection.Name, connection.Options, out var bound, out var problem)
            ? bound
            : throw StepFailedException.Terminal(
                "DE0915", FailureClass.Definition, $"Connection '{connection.Name}' cannot be opened with what its secrets hold: {problem}", "Look at the secrets that it names.");

    private static StepFailedException Cannot(string connection, string type, string what) =>
        StepFailedException.Terminal("DE0913", FailureClass.Definition, $"Connection '{connection}' of type '{type}' {what}.", "Name another connection.");
}
