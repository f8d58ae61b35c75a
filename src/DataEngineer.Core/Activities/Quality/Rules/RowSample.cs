namespace DataEngineer.Activities.Quality.Rules;

/// <summary>The first failing rows, in the order of the file.</summary>
internal static class RowSample
{
    public static RowQuery Of(RowQuery failingRows, AssertSession session, int limit) => failingRows.Within(
        $"SELECT {session.Columns} FROM {session.Numbered} WHERE {session.Row} IN (SELECT {session.Row} FROM (",
        $") ORDER BY 1 LIMIT {limit}) ORDER BY {session.Row}");
}
