using DataEngineer.Activities.Quality.Values;
using DataEngineer.Definitions.Model;
using DataEngineer.Engine;
using DataEngineer.Failures;
using DataEngineer.Plans;

namespace DataEngineer.Activities.Quality.Rules;

/// <summary>Every value of a column stands in a column of another dataset. Null is not judged.</summary>
internal static class RelationshipsRule
{
    public static RowRule Compile(RuleScope scope, RelationshipsCheck check)
    {
        var column = scope.Column(check.Column);
        if (check.To.Split('.', 2) is not [var dataset, var key])
        {
            throw scope.Problem(AssertCodes.UnknownDataset, FailureClass.Definition, $"to '{check.To}' is not written as dataset.column.");
        }

        var other = scope.Input(dataset);
        var otherColumn = scope.ColumnOf(other, key);
        CheckTypes(scope, column, dataset, otherColumn);
        var name = Sql.Name(column.Name);
        var otherName = Sql.Name(otherColumn.Name);
        var missing = $"{name} IS NOT NULL AND {name} NOT IN (SELECT other.{otherName} FROM {Sql.Name(other.Dataset)} AS other WHERE other.{otherName} IS NOT NULL)";
        return new RowRule("relationships", name, new RowFilter(Column: null, missing), $"have a value in '{column.Name}' that '{other.Dataset}' has not in '{otherColumn.Name}'");
    }

    private static void CheckTypes(RuleScope scope, Column column, string dataset, Column other)
    {
        if (Family(column) != Family(other))
        {
            throw scope.Problem(
                AssertCodes.ColumnNotJudged,
                FailureClass.Schema,
                $"column '{column.Name}' is {column.Type} and '{dataset}.{other.Name}' is {other.Type}; values of these types are never the same.",
                "Cast one of them in a transform.");
        }
    }

    private static string Family(Column column) => ColumnType.Parse(column.Type) is var type && type.Kind switch
    {
        ColumnKind.Exact or ColumnKind.Floating => true,
        _ => false,
    }
        ? "number"
        : type.Kind is ColumnKind.Date or ColumnKind.Timestamp or ColumnKind.TimestampTz ? "moment" : type.Name;
}
