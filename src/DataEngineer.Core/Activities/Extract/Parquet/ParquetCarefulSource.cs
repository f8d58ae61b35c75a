using DataEngineer.Engine;

namespace DataEngineer.Activities.Extract.Parquet;

/// <summary>Parquet rows with the file they are in and their number, from 1.</summary>
internal sealed class ParquetCarefulSource(ParquetSource source, IReadOnlyList<SourceFile> files, IReadOnlyList<SourceColumn> columns) : ICarefulSource
{
    public string Row => $"to_json({{{string.Join(", ", columns.Select(column => $"{Sql.Literal(column.Name)}: {Sql.Name(column.Name)}"))}}})::VARCHAR";

    public string Relation(bool first)
    {
        var indexes = string.Join(" ", files.Select((file, i) => $"WHEN {Sql.Literal(file.LocalPath)} THEN {i}"));
        return $"(SELECT CASE __de_path {indexes} END AS __de_file, file_row_number + 1 AS __de_line, * FROM {ParquetSource.Read(files, ", filename = '__de_path', file_row_number = true")})";
    }

    public void CollectUnreadable(string table)
    {
    }

    public string Text(SourceColumn column) => $"CAST({Sql.Name(column.Name)} AS VARCHAR)";

    public string Try(SourceColumn column) =>
        !column.Declared || source.TypeFound(column) == column.Type ? Sql.Name(column.Name)
        : WholeNumber.Is(column.Type) && !WholeNumber.Is(source.TypeFound(column)) ? WholeNumber.Try(Text(column), column.Type)
        : $"TRY_CAST({Sql.Name(column.Name)} AS {column.Type})";

    public void Dispose()
    {
    }
}
