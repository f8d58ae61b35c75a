using DataEngineer.Plans;

namespace DataEngineer.Engine;

/// <summary>A place in SQL that a person wrote.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Column">Column of the file, from 1.</param>
/// <param name="Source">The line of SQL, without the file's indentation.</param>
/// <param name="Offset">Characters of <paramref name="Source"/> before the place.</param>
public sealed record SqlSpot(string File, int Line, int Column, string Source, int Offset)
{
    /// <summary>The place of a character of the text.</summary>
    public static SqlSpot At(SqlText sql, int index)
    {
        var before = sql.Text.AsSpan(0, Math.Clamp(index, 0, sql.Text.Length)).TrimEnd();
        index = index >= sql.Text.TrimEnd().Length ? before.Length : Math.Min(index, sql.Text.Length);
        var lineStart = index == 0 ? 0 : sql.Text.LastIndexOf('\n', index - 1) + 1;
        var lineEnd = sql.Text.IndexOf('\n', index);
        var source = sql.Text[lineStart..(lineEnd < 0 ? sql.Text.Length : lineEnd)].TrimEnd('\r');
        var line = sql.Text.AsSpan(0, lineStart).Count('\n');
        return new SqlSpot(sql.File, sql.Line + line, sql.Column + index - lineStart, source, index - lineStart);
    }

    /// <summary>file(line,column).</summary>
    public override string ToString() => $"{File}({Line},{Column})";

    /// <summary>The line of SQL with a caret under the place.</summary>
    public string Picture()
    {
        var indent = string.Concat(Source.Take(Offset).Select(c => c == '\t' ? '\t' : ' '));
        var margin = new string(' ', Line.ToString().Length);
        return $"  {Line} | {Source}\n  {margin} | {indent}^";
    }
}
