using DataEngineer.Connections;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Tree;

namespace DataEngineer.Validation;

/// <summary>What a rule for pipelines sees: one pipeline, and its customer's connections and files.</summary>
internal sealed record PipelineScope(
    string FileName, CustomerTree Customer, Document<PipelineDefinition> Document, IReadOnlyDictionary<string, IConnector> Connectors)
{
    public PipelineDefinition Pipeline => Document.Model;

    /// <summary>Every dataset that the pipeline makes.</summary>
    public IReadOnlySet<string> Datasets { get; } =
        Document.Model.Extract.Keys.Concat(Document.Model.Transform.Keys).ToHashSet(StringComparer.Ordinal);

    /// <summary>True where the file itself has the key, so that its value is no default.</summary>
    public bool IsGiven(string path) => Document.Positions.Spots.ContainsKey(path);

    /// <summary>The connector of a connection; null where the connection or its type is not known, which rules of their own report.</summary>
    public IConnector? ConnectorOf(string connection) =>
        Customer.Customer.Model.Connections.TryGetValue(connection, out var definition) ? Connectors.GetValueOrDefault(definition.Type) : null;

    /// <summary>Every <c>sql:</c> with the path of its key.</summary>
    public IEnumerable<(string Path, string Sql)> SqlReferences() =>
        Pipeline.Transform.Select(entry => ($"transform.{entry.Key}.sql", entry.Value.Sql))
            .Concat(Pipeline.Assert.Select((assertion, index) => ($"assert[{index}].sql", assertion.Sql ?? "")))
            .Where(entry => entry.Item2.Length > 0);

    /// <summary>The text that a <c>sql:</c> stands for; null where its file is not there.</summary>
    public string? SqlText(string sql) => SqlReference.IsPath(sql) ? Customer.Texts.GetValueOrDefault(sql) : sql;

    /// <summary>Every retry that is given, by path.</summary>
    public IEnumerable<(string Path, RetryDefinition Retry)> Retries() =>
        Steps().Where(step => step.Retry is not null).Select(step => ($"{step.Path}.retry", step.Retry!)).Prepend(("defaults.retry", Pipeline.Defaults.Retry));

    /// <summary>Every timeout that is given, by path.</summary>
    public IEnumerable<(string Path, TimeSpan Timeout)> Timeouts() =>
        Steps().Where(step => step.Timeout is not null).Select(step => ($"{step.Path}.timeout", step.Timeout!.Value)).Prepend(("defaults.timeout", Pipeline.Defaults.Timeout));

    private IEnumerable<(string Path, RetryDefinition? Retry, TimeSpan? Timeout)> Steps() =>
    [
        .. Pipeline.Extract.Select(entry => ($"extract.{entry.Key}", entry.Value.Retry, entry.Value.Timeout)),
        .. Pipeline.Transform.Select(entry => ($"transform.{entry.Key}", entry.Value.Retry, entry.Value.Timeout)),
        .. Pipeline.Load.Select(entry => ($"load.{entry.Key}", entry.Value.Retry, entry.Value.Timeout)),
    ];
}
