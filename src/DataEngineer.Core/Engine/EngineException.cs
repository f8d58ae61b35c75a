using DuckDB.NET.Data;

namespace DataEngineer.Engine;

/// <summary>An engine error together with the statement it is about, on its way to be shown where that was written.</summary>
internal sealed class EngineException(DuckDBException inner, SqlComposition sql) : Exception("A composed statement failed.", inner)
{
    public EngineError Error { get; } = EngineError.Read(inner);

    public SqlComposition Sql { get; } = sql;
}
