using System.Collections.Frozen;
using DataEngineer.Connections;
using DataEngineer.Definitions.Model;

namespace DataEngineer.Connectors.DuckDb;

/// <summary>
/// Loads into tables of a DuckDB database file. Each load is one transaction of the database, its ledger entry in
/// <c>_dataeng.loads</c> included. Tables that are appended to have a column <c>_load_id</c>, which names the load that last
/// wrote a row and leads to its entry.
/// </summary>
internal sealed class DuckDbConnector : IConnector
{
    public string Type => "duckdb";

    /// <summary>One load at a time: a database file has one writing process, and its transactions run one after the other.</summary>
    public ConnectorCapabilities Capabilities { get; } = new(
        ReadsFiles: false,
        Enum.GetValues<WriteDisposition>().ToFrozenSet(),
        Enum.GetValues<MergeStrategy>().ToFrozenSet(),
        DefaultMaxConcurrent: 1);

    public Type OptionsType => typeof(DuckDbOptions);

    public IFileSource? OpenFiles(object options, ConnectionScope scope) => null;

    public ITarget OpenTarget(object options, ConnectionScope scope) =>
        new DuckDbTarget(DuckDbPath.Resolve((DuckDbOptions)options, scope));
}
