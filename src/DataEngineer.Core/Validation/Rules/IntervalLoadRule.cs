using DataEngineer.Definitions.Model;

namespace DataEngineer.Validation.Rules;

/// <summary>A load with write_disposition interval has an interval_column, and its pipeline a schedule; no other load has an interval_column.</summary>
internal sealed class IntervalLoadRule : IRule<PipelineScope>
{
    public string Code => "DE0209";

    public IEnumerable<Finding> Check(PipelineScope scope) => scope.Pipeline.Load.SelectMany(load => Check(scope, load.Key, load.Value));

    private static IEnumerable<Finding> Check(PipelineScope scope, string name, LoadDefinition load)
    {
        if (load.WriteDisposition != WriteDisposition.Interval)
        {
            if (load.IntervalColumn is not null)
            {
                yield return new Finding($"load.{name}.interval_column",
                    $"load '{name}' has interval_column, which is for interval; its write_disposition is '{Words.Of(load.WriteDisposition)}'.",
                    "Write 'write_disposition: interval', or remove interval_column.", AtKey: true);
            }

            yield break;
        }

        if (string.IsNullOrEmpty(load.IntervalColumn))
        {
            yield return new Finding($"load.{name}.write_disposition", $"load '{name}' replaces an interval's rows but has no interval_column to know them by.",
                "Write 'interval_column:' with a date or timestamp column.");
        }

        if (scope.Pipeline.Schedule is null)
        {
            yield return new Finding($"load.{name}.write_disposition", $"load '{name}' replaces an interval's rows, but the pipeline has no schedule, so its runs have no interval.",
                "Add a schedule, or use another write_disposition.");
        }
    }
}
