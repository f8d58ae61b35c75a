namespace DataEngineer.Cli.Preview;

/// <summary>Rows as CSV after RFC 4180, with a line of names; no value is an empty field, an empty text is "".</summary>
internal static class PreviewCsv
{
    public static void Write(TextWriter output, PreviewRows rows)
    {
        output.WriteLine(string.Join(',', rows.Columns.Select(column => Field(column.Name))));
        foreach (var row in rows.Rows)
        {
            output.WriteLine(string.Join(',', row.Select(Field)));
        }
    }

    private static string Field(string? value) => value switch
    {
        null => "",
        "" => "\"\"",
        _ when value.AsSpan().ContainsAny(",\"\r\n") || value != value.Trim() => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        _ => value,
    };
}
