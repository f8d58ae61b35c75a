using DataEngineer.Engine;
using DuckDB.NET.Data;

namespace DataEngineer.Activities.Quality;

/// <summary>A query with the values it binds.</summary>
internal sealed record RowQuery(SqlComposition Sql, DuckDBParameter[] Parameters)
{
    public RowQuery(string sql)
        : this(new SqlComposition().Append(sql), [])
    {
    }

    /// <summary>The query between other words of this software.</summary>
    public RowQuery Within(string before, string after) => this with { Sql = new SqlComposition().Append(before).Append(Sql).Append(after) };
}
