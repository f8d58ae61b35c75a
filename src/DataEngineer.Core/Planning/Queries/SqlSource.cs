using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Naming;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Tree;
using DataEngineer.Plans;

namespace DataEngineer.Planning.Queries;

/// <summary>Finds the SQL that a value of YAML stands for: a file's, or its own.</summary>
internal static class SqlSource
{
    /// <summary>The SQL and where it stands; null with a problem where the file is not there.</summary>
    /// <param name="path">The value's path in the source map, for example transform.daily_revenue.sql.</param>
    public static SqlText? Find(CustomerTree tree, Document<PipelineDefinition> pipeline, string path, string value, List<Diagnostic> problems)
    {
        var files = new CustomerFiles(tree);
        if (!SqlReference.IsPath(value))
        {
            var place = TextPlace(pipeline, path);
            return new SqlText(value, files.Relative(pipeline.File), place.Line, place.Column);
        }

        if (tree.Texts.TryGetValue(value, out var text))
        {
            return new SqlText(text, value, Line: 1, Column: 1);
        }

        var key = pipeline.Positions.ValueAt(path);
        problems.Add(new Diagnostic(
            PlanningCodes.SqlFileMissing, DiagnosticSeverity.Error, pipeline.File, key.Line, key.Column, $"'{value}' is not in the customer's folder.",
            Suggestion.For(value, tree.Texts.Keys.Where(SqlReference.IsPath).Order(StringComparer.Ordinal))));
        return null;
    }

    private static SourcePosition TextPlace(Document<PipelineDefinition> pipeline, string path) =>
        pipeline.Positions.Spots.TryGetValue(path, out var spot) ? spot.BlockText ?? Unquoted(pipeline.Text, spot.Value) : new SourcePosition(1, 1);

    /// <summary>The text of a value in quotes begins behind the quote.</summary>
    private static SourcePosition Unquoted(string yaml, SourcePosition value)
    {
        var start = 0;
        for (var line = 1; line < value.Line && start >= 0; line++)
        {
            start = yaml.IndexOf('\n', start) + 1;
        }

        var index = start + value.Column - 1;
        return index < yaml.Length && yaml[index] is '"' or '\'' ? value with { Column = value.Column + 1 } : value;
    }
}
