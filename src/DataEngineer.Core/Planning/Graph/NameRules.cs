using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Planning.Graph;

/// <summary>Names that would make two things one: a dataset made twice, a variable named as the interval's bounds are.</summary>
internal static class NameRules
{
    public static void Check(PipelineSource source)
    {
        foreach (var dataset in source.Model.Transform.Keys.Where(source.Model.Extract.ContainsKey))
        {
            source.ErrorAtKey(
                PlanningCodes.DatasetMadeTwice, $"transform.{dataset}", $"extract '{dataset}' makes a dataset of this name too.", "Give one of them another name.");
        }

        foreach (var variable in source.Model.Variables.Keys.Where(name => name is IntervalParameters.Start or IntervalParameters.End))
        {
            source.ErrorAtKey(
                PlanningCodes.ReservedVariable, $"variables.{variable}", $"'{variable}' is what SQL sees of the run's interval.", "Give the variable another name.");
        }
    }
}
