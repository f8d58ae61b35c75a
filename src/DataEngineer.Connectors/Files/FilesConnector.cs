using System.Collections.Frozen;
using DataEngineer.Connections;
using DataEngineer.Definitions.Model;

namespace DataEngineer.Connectors.Files;

/// <summary>Reads files of the customer's folder.</summary>
public sealed class FilesConnector : IConnector
{
    /// <inheritdoc/>
    public string Type => "files";

    /// <inheritdoc/>
    public ConnectorCapabilities Capabilities { get; } = new(
        ReadsFiles: true,
        WriteDispositions: FrozenSet<WriteDisposition>.Empty,
        MergeStrategies: FrozenSet<MergeStrategy>.Empty,
        DefaultMaxConcurrent: 8);

    /// <inheritdoc/>
    public Type OptionsType => typeof(FilesOptions);

    /// <inheritdoc/>
    public IFileSource OpenFiles(object options, ConnectionScope scope) =>
        new FilesSource(((FilesOptions)options).Root, scope.Connection, scope.CustomerFiles);

    /// <inheritdoc/>
    public ITarget? OpenTarget(object options, ConnectionScope scope) => null;
}
