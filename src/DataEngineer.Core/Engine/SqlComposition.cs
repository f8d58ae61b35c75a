using System.Text;
using DataEngineer.Plans;

namespace DataEngineer.Engine;

/// <summary>A statement put together from this software's words and people's SQL, which remembers where each piece was written.</summary>
public sealed class SqlComposition
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int Length, SqlText Origin)> _pieces = [];

    /// <summary>A statement that is one person's SQL and nothing else.</summary>
    public static SqlComposition Of(SqlText sql) => new SqlComposition().Append(sql);

    /// <summary>Adds words of this software.</summary>
    public SqlComposition Append(string words)
    {
        _text.Append(words);
        return this;
    }

    /// <summary>Adds a person's SQL, from its first character on.</summary>
    public SqlComposition Append(SqlText sql) => Append(sql, sql.Text.Length);

    /// <summary>Adds a person's query without the semicolon that closes it, and a line's end after it, since it may end in a comment.</summary>
    public SqlComposition Append(SqlStatement statement) => Append(statement.Sql, statement.Length);

    private SqlComposition Append(SqlText sql, int length)
    {
        _pieces.Add((_text.Length, length, sql));
        _text.Append(sql.Text, 0, length).Append('\n');
        return this;
    }

    /// <summary>Adds another statement with the places of its pieces.</summary>
    public SqlComposition Append(SqlComposition other)
    {
        _pieces.AddRange(other._pieces.Select(piece => piece with { Start = piece.Start + _text.Length }));
        _text.Append(other._text);
        return this;
    }

    /// <summary>Where an error of the engine was written, or null where it is in no person's SQL.</summary>
    public SqlSpot? Locate(EngineError error)
    {
        if (error.Position is not { } position)
        {
            return null;
        }

        var text = _text.ToString();
        var index = error.CountsCharacters ? IndexOfCharacter(text, position) : IndexOfByte(text, position);
        foreach (var (start, length, origin) in _pieces)
        {
            if (index >= start && index <= start + length)
            {
                return SqlSpot.At(origin, index - start);
            }
        }

        return null;
    }

    /// <summary>The only piece of people's SQL, or null where there is none or more than one.</summary>
    public SqlText? OnlyOrigin => _pieces.Count == 1 ? _pieces[0].Origin : null;

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static int IndexOfCharacter(string text, int position)
    {
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (position-- <= 0)
            {
                break;
            }

            index += rune.Utf16SequenceLength;
        }

        return index;
    }

    private static int IndexOfByte(string text, int position)
    {
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (position <= 0)
            {
                break;
            }

            position -= rune.Utf8SequenceLength;
            index += rune.Utf16SequenceLength;
        }

        return index;
    }
}
