using System.Globalization;
using DuckDB.NET.Data;

namespace DataEngineer.EndToEnd.Tests.Processes;

/// <summary>An engine of the tests' own that reads what was loaded.</summary>
internal static class Rows
{
    /// <summary>The rows of a query as CSV with a line of names.</summary>
    /// <param name="database">A database file, opened read-only; null for none.</param>
    public static string Csv(string query, string? database = null)
    {
        using var connection = new DuckDBConnection(database is null ? "DataSource=:memory:" : $"DataSource={database};ACCESS_MODE=READ_ONLY");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"select columns(*)::varchar from ({query})";
        using var reader = command.ExecuteReader();
        var lines = new List<string> { string.Join(',', Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)) };
        while (reader.Read())
        {
            lines.Add(string.Join(',', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return string.Join('\n', lines) + "\n";
    }

    /// <summary>Writes the rows of a query into a Parquet file.</summary>
    public static void Write(string query, string file)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"copy ({query}) to '{file.Replace("'", "''", StringComparison.Ordinal)}' (format parquet)";
        command.ExecuteNonQuery();
    }
}
