namespace DataEngineer.Validation.Rules;

/// <summary>An extract with file reads from a connection that holds files.</summary>
internal sealed class ExtractReadsFilesRule : IRule<PipelineScope>
{
    public string Code => "DE0203";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from extract in scope.Pipeline.Extract
        where extract.Value.File is not null
        let connector = scope.ConnectorOf(extract.Value.Connection)
        where connector is not null && !connector.Capabilities.ReadsFiles
        select new Finding($"extract.{extract.Key}.connection",
            $"extract '{extract.Key}' reads files from connection '{extract.Value.Connection}', whose type {connector.Type} holds none.",
            $"Name a connection of type {Words.Or(scope.Connectors.Values.Where(other => other.Capabilities.ReadsFiles).Select(other => other.Type))}.");
}
