namespace DataEngineer.Validation.Rules;

/// <summary>An extract with allow_empty names its columns.</summary>
internal sealed class AllowEmptyRule : IRule<PipelineScope>
{
    public string Code => "DE0226";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from extract in scope.Pipeline.Extract
        where extract.Value.File is { AllowEmpty: true } && extract.Value.Columns.Count == 0
        select new Finding($"extract.{extract.Key}.file.allow_empty", $"extract '{extract.Key}' has allow_empty but no columns, so an empty dataset would have none.",
            "Write 'columns:' with each column's type.");
}
