namespace DataEngineer.Validation.Rules;

/// <summary>No variable has the name of the interval's parameters.</summary>
internal sealed class ReservedVariableRule : IRule<PipelineScope>
{
    public string Code => "DE0234";

    private static readonly string[] Reserved = ["interval_start", "interval_end"];

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from name in scope.Pipeline.Variables.Keys
        where Reserved.Contains(name, StringComparer.Ordinal)
        select new Finding($"variables.{name}", $"variable '{name}' has the name of the parameter that SQL gets from the run's interval.", "Give it another name.", AtKey: true);
}
