using DataEngineer.Definitions.Model;

namespace DataEngineer.Validation.Rules;

/// <summary>Loads of one pipeline into one table all append or merge; replace and interval would undo the others.</summary>
internal sealed class TableLoadedOnceRule : IRule<PipelineScope>
{
    public string Code => "DE0238";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from loads in scope.Pipeline.Load.Where(load => load.Value.Target.Length > 0)
            .GroupBy(load => (load.Value.Target, Table: (load.Value.Table ?? load.Key).ToUpperInvariant()))
        let first = loads.First()
        where loads.Any(load => load.Value.WriteDisposition is WriteDisposition.Replace or WriteDisposition.Interval)
        from load in loads.Skip(1)
        select new Finding($"load.{load.Key}", $"load '{load.Key}' writes to the same table as load '{first.Key}', and one of them replaces what the other wrote.",
            "Load into different tables, or combine the datasets in a transform.", AtKey: true);
}
