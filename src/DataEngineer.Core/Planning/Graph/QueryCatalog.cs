using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Naming;
using DataEngineer.Definitions.Tree;
using DataEngineer.Planning.Queries;
using DataEngineer.Plans;

namespace DataEngineer.Planning.Graph;

/// <summary>Finds, analyses and checks the queries of one pipeline.</summary>
internal sealed class QueryCatalog(PipelineSource source, SqlAnalyzer analyzer)
{
    private static readonly string[] Interval = [IntervalParameters.Start, IntervalParameters.End];

    /// <summary>Every text of SQL that the pipeline has, for analysing many at once.</summary>
    public static IEnumerable<string> Texts(PipelineSource source) =>
        source.Model.Transform.Values.Select(transform => transform.Sql)
            .Concat(source.Model.Assert.Select(assertion => assertion.Sql ?? ""))
            .Select(value => SqlReference.IsPath(value) ? source.Tree.Texts.GetValueOrDefault(value, "") : value)
            .Where(text => text.Length > 0);

    /// <summary>A transform's query; null where its file is not there.</summary>
    public GraphQuery? OfTransform(string dataset)
    {
        var transform = source.Model.Transform[dataset];
        var path = $"transform.{dataset}";
        var dependsOn = transform.DependsOn
            .Select((name, i) => (Name: name, Path: $"{path}.depends_on[{i}]"))
            .Where(used => source.Knows(used.Name, used.Path, "depends_on"))
            .Select(used => Use(used.Name, source.Document.Positions.ValueAt(used.Path)))
            .DistinctBy(use => use.Dataset)
            .ToList();
        return Analyse(transform.Sql, $"{path}.sql", dependsOn, transform.DependsOn.Count > 0);
    }

    /// <summary>An sql assertion's query; null where its file is not there.</summary>
    public GraphQuery? OfAssertion(int index) => Analyse(source.Model.Assert[index].Sql!, $"assert[{index}].sql", dependsOn: [], says: false);

    private GraphQuery? Analyse(string value, string path, IReadOnlyList<DatasetUse> dependsOn, bool says)
    {
        var sql = value.Length == 0 ? null : SqlSource.Find(source.Tree, source.Document, path, value, source.Problems);
        if (sql is null)
        {
            return null;
        }

        var analysis = analyzer.Analyze(sql);
        source.Problems.AddRange(analysis.Problems.Select(problem => problem with { File = source.Files.Shown(problem.File) }));
        CheckParameters(sql, analysis);
        if (!analysis.ShowsInputs && !says)
        {
            source.Error(
                PlanningCodes.InputsUnknown, sql.File, SqlPlace.Of(sql, 0), "the engine does not tell what a PIVOT reads unless its values are listed with IN.",
                path.StartsWith("assert", StringComparison.Ordinal) ? "List the values: PIVOT … ON column IN (…)." : "List the values, or name the datasets it reads: depends_on: [name].");
        }

        return new GraphQuery(sql, analysis, analysis.ShowsInputs ? Tables(sql, analysis) : dependsOn);
    }

    private List<DatasetUse> Tables(SqlText sql, SqlAnalysis analysis)
    {
        var reads = new List<DatasetUse>();
        foreach (var table in analysis.Tables)
        {
            if (source.Makes(table.Name))
            {
                reads.Add(new DatasetUse(table.Name, table.Times, sql.File, table.Place.Line, table.Place.Column));
            }
            else
            {
                source.Error(
                    PlanningCodes.UnknownTable, sql.File, table.Place, $"'{SqlExcerpt.Short(table.Name)}' {source.NoDataset()}", Suggestion.For(table.Name, source.Datasets));
            }
        }

        return reads;
    }

    private void CheckParameters(SqlText sql, SqlAnalysis analysis)
    {
        foreach (var parameter in analysis.Parameters.Where(parameter => !source.Model.Variables.ContainsKey(parameter.Name)))
        {
            if (!Interval.Contains(parameter.Name, StringComparer.Ordinal))
            {
                var known = source.Model.Variables.Keys.Order(StringComparer.Ordinal).Concat(source.Model.Schedule is null ? [] : Interval).ToList();
                var allowed = known.Count == 0 ? "it has none" : $"it has {string.Join(", ", known.Select(name => "$" + name))}";
                source.Error(
                    PlanningCodes.UnknownParameter, sql.File, parameter.Place,
                    $"'${parameter.Name}' is no variable of pipeline '{source.Model.Pipeline}'; {allowed}.",
                    Suggestion.For(parameter.Name, known) ?? $"Declare it: variables: {{{parameter.Name}: {{type: string}}}}.");
            }
            else if (source.Model.Schedule is null)
            {
                source.Error(
                    PlanningCodes.NoInterval, sql.File, parameter.Place, $"'${parameter.Name}' needs a schedule, and pipeline '{source.Model.Pipeline}' has none; its runs cover no interval.",
                    "Add a schedule, or use a variable.");
            }
        }
    }

    private DatasetUse Use(string dataset, SourcePosition place) => new(dataset, Times: 1, source.File, place.Line, place.Column);
}
