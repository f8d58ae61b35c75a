using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Validation.Rules;

/// <summary>The types of columns are written as DuckDB writes types.</summary>
internal sealed class ColumnTypeRule : IRule<PipelineScope>
{
    public string Code => "DE0230";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from extract in scope.Pipeline.Extract
        from column in extract.Value.Columns
        where column.Value.Length > 0
        let problem = ColumnTypes.Problem(column.Value)
        where problem is not null
        select new Finding($"extract.{extract.Key}.columns.{column.Key}",
            $"extract '{extract.Key}' has type '{Shown.Text(column.Value)}' for column '{Shown.Text(column.Key)}', which is not a DuckDB type.", problem.Fix);
}
