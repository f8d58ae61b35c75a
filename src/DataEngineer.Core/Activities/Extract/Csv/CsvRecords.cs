namespace DataEngineer.Activities.Extract.Csv;

/// <summary>
/// Splits CSV into records by the rules that the engine's reader has: a quote opens only at the beginning of a field, a line's end inside
/// quotes belongs to the field. A quote that is never closed is given up at the end of the file.
/// </summary>
internal sealed class CsvRecords(Stream input, byte quote, byte escape, byte[] delimiter)
{
    /// <summary>No record is longer for the engine; a quote still open by then was never meant to be one.</summary>
    private const int Longest = 4 << 20;

    private byte[] _buffer = new byte[1 << 20];
    private int _start;
    private int _end;
    private bool _ended;
    private long _line = 1;

    /// <summary>The next record with its line's end, the line it begins on, and how many lines it spans; null at the end.</summary>
    public (ReadOnlyMemory<byte> Bytes, long Line, long Lines)? Next()
    {
        var length = Scan();
        if (length == 0)
        {
            return null;
        }

        var bytes = _buffer.AsMemory(_start, length);
        var lines = Lines(bytes.Span);
        var record = (bytes, _line, lines);
        _start += length;
        _line += lines;
        return record;
    }

    public static ReadOnlySpan<byte> WithoutLineEnd(ReadOnlySpan<byte> record) =>
        record.EndsWith("\r\n"u8) ? record[..^2] : record.EndsWith("\n"u8) || record.EndsWith("\r"u8) ? record[..^1] : record;

    private static long Lines(ReadOnlySpan<byte> record)
    {
        var feeds = record.Count((byte)'\n');
        return Math.Max(1, feeds > 0 ? feeds : record.Count((byte)'\r'));
    }

    private int Scan()
    {
        var at = 0;
        var fieldStart = true;
        var quoted = false;
        while (true)
        {
            if (!Has(at))
            {
                return _end - _start;
            }

            var c = _buffer[_start + at];
            if (at > Longest)
            {
                return FirstLine();
            }

            if (quoted)
            {
                var escaped = c == escape && Has(at + 1) && (_buffer[_start + at + 1] == quote || (escape != quote && _buffer[_start + at + 1] == escape));
                quoted = escaped || c != quote;
                at += escaped ? 2 : 1;
            }
            else if (c == '\n')
            {
                return at + 1;
            }
            else if (c == '\r')
            {
                return Has(at + 1) && _buffer[_start + at + 1] == '\n' ? at + 2 : at + 1;
            }
            else if (fieldStart && quote != 0 && c == quote)
            {
                (quoted, fieldStart) = (true, false);
                at++;
            }
            else if (c == delimiter[0] && Has(at + delimiter.Length - 1) && _buffer.AsSpan(_start + at, delimiter.Length).SequenceEqual(delimiter))
            {
                fieldStart = true;
                at += delimiter.Length;
            }
            else
            {
                fieldStart = false;
                at++;
            }
        }
    }

    private int FirstLine() => _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n') is >= 0 and var at ? at + 1 : _end - _start;

    private bool Has(int offset)
    {
        while (_start + offset >= _end)
        {
            if (_ended)
            {
                return false;
            }

            Fill();
        }

        return true;
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_end, _start) = (_end - _start, 0);
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = input.Read(_buffer, _end, _buffer.Length - _end);
        _ended = read == 0;
        _end += read;
    }
}
