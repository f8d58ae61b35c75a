using DataEngineer.Definitions.Tree;
using DataEngineer.Plans;

namespace DataEngineer.Planning.Queries;

/// <summary>Finds the line and column of an index of SQL in the file that holds it.</summary>
internal static class SqlPlace
{
    public static SourcePosition Of(SqlText sql, int index)
    {
        var before = sql.Text.AsSpan(0, Math.Min(index, sql.Text.Length));
        return new SourcePosition(sql.Line + before.Count('\n'), sql.Column + before.Length - (before.LastIndexOf('\n') + 1));
    }
}
