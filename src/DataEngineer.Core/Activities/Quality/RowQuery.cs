using DuckDB.NET.Data;

namespace DataEngineer.Activities.Quality;

/// <summary>A query with the values it binds.</summary>
internal sealed record RowQuery(string Sql, DuckDBParameter[] Parameters)
{
    public RowQuery(string sql)
        : this(sql, [])
    {
    }
}
