using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Naming;

namespace DataEngineer.Validation.Rules;

/// <summary>A list of columns names no column twice.</summary>
internal sealed class ColumnNamedOnceRule : IRule<PipelineScope>
{
    public string Code => "DE0237";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from list in Lists(scope)
        from item in list.Columns.Select((column, index) => (Column: column, Index: index))
        where item.Column.Length > 0 && list.Columns.Take(item.Index).Contains(item.Column, StringComparer.OrdinalIgnoreCase)
        select new Finding($"{list.Path}[{item.Index}]", $"{PathWords.Describe(list.Path)} names the column '{Shown.Text(item.Column)}' twice.", "Remove one.");

    private static IEnumerable<(string Path, IReadOnlyList<string> Columns)> Lists(PipelineScope scope) =>
        scope.Pipeline.Load.Select(load => ($"load.{load.Key}.primary_key", load.Value.PrimaryKey))
            .Concat(scope.Pipeline.Assert.Select((assertion, index) => ($"assert[{index}].not_null", assertion.NotNull)))
            .Concat(scope.Pipeline.Assert.Select((assertion, index) => ($"assert[{index}].unique", assertion.Unique)));
}
