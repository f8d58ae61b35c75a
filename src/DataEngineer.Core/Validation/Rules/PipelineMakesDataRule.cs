namespace DataEngineer.Validation.Rules;

/// <summary>A pipeline has at least one extract or transform.</summary>
internal sealed class PipelineMakesDataRule : IRule<PipelineScope>
{
    public string Code => "DE0231";

    public IEnumerable<Finding> Check(PipelineScope scope)
    {
        if (scope.Datasets.Count == 0)
        {
            yield return new Finding("", "the pipeline has no extract and no transform, so that it makes no dataset.", "Add an entry to extract or transform.");
        }
    }
}
