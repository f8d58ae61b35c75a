using System.Text.RegularExpressions;
using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Validation.Rules;

/// <summary>A table is schema.table or table, of letters, digits and underscores, not beginning with a digit.</summary>
internal sealed partial class TableNameRule : IRule<PipelineScope>
{
    public string Code => "DE0227";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from load in scope.Pipeline.Load
        let table = load.Value.Table
        where table is not null && !Name().IsMatch(table)
        select new Finding($"load.{load.Key}.table", $"load '{load.Key}' has table '{Shown.Text(table)}', which is not schema.table or table.",
            "Each is up to 63 letters, digits or underscores, and does not begin with a digit.");

    [GeneratedRegex(@"^([A-Za-z_][A-Za-z0-9_]{0,62}\.)?[A-Za-z_][A-Za-z0-9_]{0,62}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();
}
