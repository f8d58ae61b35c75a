using DataEngineer.Connections;
using DataEngineer.Definitions.Model;

namespace DataEngineer.Testing;

/// <summary>A connector that has capabilities and options, and opens nothing.</summary>
public sealed class FakeConnector(string type, Type options, bool readsFiles, WriteDisposition[] dispositions, MergeStrategy[] strategies) : IConnector
{
    /// <summary>files, which holds files; duckdb, which takes all loads; lake, which holds files and does not merge.</summary>
    public static IReadOnlyList<IConnector> All { get; } =
    [
        new FakeConnector("files", typeof(FakeFilesOptions), readsFiles: true, [], []),
        new FakeConnector("duckdb", typeof(FakeDatabaseOptions), readsFiles: false, Enum.GetValues<WriteDisposition>(), [MergeStrategy.Upsert, MergeStrategy.DeleteInsert]),
        new FakeConnector("lake", typeof(FakeFilesOptions), readsFiles: true, [WriteDisposition.Append, WriteDisposition.Replace, WriteDisposition.Interval], []),
    ];

    public string Type => type;

    public ConnectorCapabilities Capabilities { get; } = new(readsFiles, dispositions.ToHashSet(), strategies.ToHashSet(), DefaultMaxConcurrent: 4);

    public Type OptionsType => options;

    public IFileSource? OpenFiles(object options, ConnectionScope scope) => null;

    public ITarget? OpenTarget(object options, ConnectionScope scope) => null;
}
