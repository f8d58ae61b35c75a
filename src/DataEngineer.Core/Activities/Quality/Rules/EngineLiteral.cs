using DataEngineer.Activities.Quality.Values;
using DataEngineer.Engine;
using DataEngineer.Failures;
using DataEngineer.Plans;
using DuckDB.NET.Data;

namespace DataEngineer.Activities.Quality.Rules;

/// <summary>Values in SQL, typed as their column is, so that statistics and dictionaries of the file answer for them.</summary>
internal static class EngineLiteral
{
    public static string Of(ColumnType type, string text) =>
        type.Kind == ColumnKind.Text ? Sql.Literal(text) : $"CAST({Sql.Literal(text)} AS {type.Name})";

    /// <summary>Fails where the engine cannot cast a text to a type that only the engine knows.</summary>
    public static void CheckAll(RuleScope scope, Column column, ColumnType type, List<string> texts)
    {
        if (type.Kind is not (ColumnKind.Other or ColumnKind.Time) || texts.Count == 0)
        {
            return;
        }

        var misfits = scope.Session.Engine.Query(
            $"SELECT written.v FROM (SELECT unnest($texts) AS v) AS written WHERE TRY_CAST(written.v AS {type.Name}) IS NULL LIMIT 1",
            row => row.GetString(0),
            CancellationToken.None,
            new DuckDBParameter("texts", texts));
        if (misfits is [var misfit])
        {
            throw scope.Problem(
                AssertCodes.ValueDoesNotFit,
                FailureClass.Schema,
                $"'{misfit}' does not fit column '{column.Name}' of type {type.Name}, which has {ColumnLiteral.Allowed(type)}.");
        }
    }
}
