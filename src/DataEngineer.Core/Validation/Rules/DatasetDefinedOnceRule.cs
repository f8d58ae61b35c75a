namespace DataEngineer.Validation.Rules;

/// <summary>A dataset is made by one entry only, of extract or of transform.</summary>
internal sealed class DatasetDefinedOnceRule : IRule<PipelineScope>
{
    public string Code => "DE0213";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from name in scope.Pipeline.Transform.Keys
        where scope.Pipeline.Extract.ContainsKey(name)
        let line = scope.Document.Positions.KeyAt($"extract.{name}").Line
        select new Finding($"transform.{name}", $"transform '{name}' makes the same dataset as the extract on line {line}.", "Give one of them another name.", AtKey: true);
}
