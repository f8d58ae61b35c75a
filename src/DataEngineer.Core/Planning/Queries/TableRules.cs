using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Planning.Queries;

/// <summary>Which tables and table functions a query may name: datasets, and functions that make rows of nothing but their arguments.</summary>
internal static class TableRules
{
    private const string DataEnters = "Add an extract that reads it, and name its dataset here.";

    private static readonly HashSet<string> Allowed = new(
        ["unnest", "range", "generate_series", "repeat", "repeat_row", "json_each", "json_tree", "summary", "icu_calendar_names", "pg_timezone_names"],
        StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<SqlProblem> Check(QueryTree tree)
    {
        foreach (var function in tree.Functions.Where(function => !Allowed.Contains(function.Name)))
        {
            yield return new SqlProblem(
                PlanningCodes.TableFunction, function.Index, $"table function '{function.Name}' reads something other than datasets.", DataEnters);
        }

        foreach (var table in tree.Tables)
        {
            if (table.Qualifier.Length > 0)
            {
                yield return new SqlProblem(
                    PlanningCodes.QualifiedTable, table.Index, $"'{table.Qualifier}.{table.Name}' names a schema; datasets have none.", $"Write the dataset's name alone, or: {DataEnters}");
            }
            else if (IsFile(table))
            {
                yield return new SqlProblem(PlanningCodes.FileAsTable, table.Index, $"'{SqlExcerpt.Short(table.Name)}' is a file, not a dataset.", DataEnters);
            }
        }

        if (tree.ShowsCatalog)
        {
            yield return new SqlProblem(PlanningCodes.NotASelect, 0, "SHOW lists what the engine has; a query is one SELECT.", "Write only the SELECT; its result is the dataset.");
        }
    }

    /// <summary>The tables that can be datasets.</summary>
    public static IReadOnlyList<TableReference> Plain(QueryTree tree) =>
        tree.Tables.Where(table => table.Qualifier.Length == 0 && !IsFile(table)).ToList();

    private static bool IsFile(TableReference table) => table.Name.AsSpan().IndexOfAny("./\\*:") >= 0;
}
