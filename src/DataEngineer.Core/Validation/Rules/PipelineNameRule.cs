using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Validation.Rules;

/// <summary>A pipeline has the name of its file.</summary>
internal sealed class PipelineNameRule : IRule<PipelineScope>
{
    public string Code => "DE0201";

    public IEnumerable<Finding> Check(PipelineScope scope)
    {
        var name = scope.Pipeline.Pipeline;
        if (name.Length > 0 && name != scope.FileName)
        {
            yield return new Finding("pipeline", $"the pipeline's name is '{Shown.Text(name)}' and its file's '{scope.FileName}.yml'; they must be equal.",
                $"Rename the file, or write 'pipeline: {scope.FileName}'.");
        }
    }
}
