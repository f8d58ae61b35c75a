using System.Globalization;
using System.Text.Json;
using DataEngineer.Failures;
using DuckDB.NET.Data;

namespace DataEngineer.Engine;

/// <summary>Has the engine parse a query that stands alone, so that a slip of syntax is shown where it is and not in what we put around it.</summary>
internal static class QueryParser
{
    /// <summary>Throws <see cref="StepFailedException"/> where the query does not parse.</summary>
    public static void Check(DuckSession session, SqlStatement statement, CancellationToken cancellationToken)
    {
        var text = statement.Sql.Text[..statement.Length];
        var answer = session.Query("SELECT json_serialize_sql($query::VARCHAR)", row => row.GetString(0), cancellationToken, new DuckDBParameter("query", text))[0];
        if (answer.StartsWith("{\"error\":false", StringComparison.Ordinal))
        {
            return;
        }

        using var document = JsonDocument.Parse(answer);
        var root = document.RootElement;
        if (root.GetProperty("error_type").GetString() != "parser")
        {
            return;
        }

        int? position = root.TryGetProperty("position", out var at) && int.TryParse(at.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        var error = new EngineError("Parser", root.GetProperty("error_message").GetString() ?? "syntax error", position, null, null, []);
        throw SqlErrors.Of(error, new SqlComposition().Append(statement), "The query", []);
    }
}
