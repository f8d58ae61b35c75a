using System.Collections.Frozen;
using DataEngineer.Connections;
using DataEngineer.Connectors.Loading;
using DataEngineer.Definitions.Model;

namespace DataEngineer.Connectors.Lake;

/// <summary>
/// Loads into tables of Parquet files: <c>targets/&lt;root&gt;/&lt;schema&gt;/&lt;table&gt;/data/*.parquet</c>, names in lower case,
/// schema main where none is given, and a <c>manifest.json</c> beside data/ that says which of the files are the table. A load
/// writes its files first and then swaps the manifest on condition that nobody else did, so that who reads the manifest sees whole
/// loads. Merge and interval loads write the files that hold affected rows again without them; the other files stay.
/// </summary>
/// <remarks>
/// To read a table with DuckDB from its folder:
/// <code>
/// SET VARIABLE files = (SELECT list(file.path) FROM (SELECT unnest(files) AS file FROM read_json('manifest.json')));
/// FROM read_parquet(getvariable('files'));
/// </code>
/// Files that left the table stay for an hour, for readers that read the manifest before.
/// </remarks>
internal sealed class LakeConnector : IConnector
{
    public string Type => "lake";

    public ConnectorCapabilities Capabilities { get; } = new(
        ReadsFiles: false,
        Enum.GetValues<WriteDisposition>().ToFrozenSet(),
        Enum.GetValues<MergeStrategy>().ToFrozenSet(),
        DefaultMaxConcurrent: 4);

    public Type OptionsType => typeof(LakeOptions);

    public IFileSource? OpenFiles(object options, ConnectionScope scope) => null;

    public ITarget OpenTarget(object options, ConnectionScope scope)
    {
        var root = ((LakeOptions)options).Root;
        return TargetPath.IsPlain(root) ? new LakeTarget(scope.Store, $"targets/{root}") : throw LakeErrors.BadRoot(scope, root);
    }
}
