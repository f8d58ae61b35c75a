using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Validation.Rules;

/// <summary>A pipeline loads or asserts something; one that does neither leaves nothing behind.</summary>
internal sealed class PipelineHasEffectRule : IRule<PipelineScope>
{
    public string Code => "DE0233";

    public IEnumerable<Finding> Check(PipelineScope scope)
    {
        if (scope.Pipeline.Load.Count == 0 && scope.Pipeline.Assert.Count == 0 && scope.Datasets.Count > 0)
        {
            yield return new Finding("", "the pipeline has no load and no assert, so that a run leaves nothing behind.", "Add a load.")
            {
                Severity = DiagnosticSeverity.Warning,
            };
        }
    }
}
