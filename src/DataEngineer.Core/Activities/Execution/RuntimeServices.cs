using DataEngineer.Connections;
using DataEngineer.Connections.Secrets;
using DataEngineer.Store;
using Microsoft.Extensions.Logging;

namespace DataEngineer.Activities.Execution;

/// <summary>What a head gives the activities to work with.</summary>
/// <param name="Pipelines">The pipelines tree; read-only.</param>
/// <param name="Stores">The customers' stores.</param>
/// <param name="Connectors">Every kind of connection that this host has.</param>
/// <param name="TempFolder">Full path of the one place for temporary files, temp/data-engineer.</param>
/// <param name="Progress">Takes how far steps are, for a person who watches on this machine.</param>
public sealed record RuntimeServices(
    IBlobStore Pipelines,
    ICustomerStores Stores,
    IReadOnlyList<IConnector> Connectors,
    ISecretSource Secrets,
    string TempFolder,
    IRunObserver Progress,
    TimeProvider Time,
    ILoggerFactory Loggers);
