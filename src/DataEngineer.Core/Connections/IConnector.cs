namespace DataEngineer.Connections;

/// <summary>
/// One kind of connection. What it can do is data (<see cref="Capabilities"/>), which validation and planning read; only the
/// connector's own folder knows its type by name.
/// </summary>
public interface IConnector
{
    /// <summary>The word after <c>type:</c>, lower case.</summary>
    string Type { get; }

    /// <summary>What it can do.</summary>
    ConnectorCapabilities Capabilities { get; }

    /// <summary>
    /// The record that the connection's further keys are bound to, with the same attributes and XML summaries as the language's own
    /// model; the schema of customer.yml is made from it.
    /// </summary>
    Type OptionsType { get; }

    /// <summary>Opens it for reading files, or null where it holds none. Options are an instance of <see cref="OptionsType"/>, secrets resolved.</summary>
    IFileSource? OpenFiles(object options, ConnectionScope scope);

    /// <summary>Opens it for loading, or null where it takes no data.</summary>
    ITarget? OpenTarget(object options, ConnectionScope scope);
}
