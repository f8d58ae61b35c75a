using System.Text.Json;

namespace DataEngineer.Activities.Extract.Json;

/// <summary>
/// The keys in a JSON file, at every depth. A sample says nothing of keys that stand elsewhere, and the engine drops those in silence; this
/// reads the whole file, a good deal faster than the engine, to tell whether there are any.
/// </summary>
internal sealed class JsonKeys
{
    private const int BufferSize = 1 << 20;
    private const int Deepest = 256;
    private const int MostPaths = 100_000;

    private static readonly JsonReaderOptions Options = new() { AllowMultipleValues = true, AllowTrailingCommas = true, MaxDepth = Deepest };

    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly List<(byte[] Name, int Depth, string Path)> _usual = [];
    private readonly string?[] _open = new string?[Deepest + 2];
    private int _deepest;
    private int _rowDepth = -1;
    private int _at;
    private bool _isUsual;
    private long _rows;
    private int _pathsInSample = -1;

    /// <summary>True where every key of the file stands in the sample. False also where the file is not JSON that can be told of.</summary>
    /// <param name="sample">A file with some of the rows, or null where the first rows of the file are the sample.</param>
    /// <param name="rows">How many rows are the sample then.</param>
    public static bool AreIn(string path, string? sample, long rows, CancellationToken cancellationToken)
    {
        var keys = new JsonKeys();
        try
        {
            if (sample is not null)
            {
                keys.Read(sample, long.MaxValue, cancellationToken);
                keys._pathsInSample = keys._paths.Count;
            }

            keys.Read(path, rows, cancellationToken);
            return !keys.HasMore;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private bool HasMore => (_pathsInSample >= 0 && _paths.Count > _pathsInSample) || _paths.Count > MostPaths;

    private void Read(string path, long rowsInSample, CancellationToken cancellationToken)
    {
        using var input = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var buffer = new byte[BufferSize];
        var state = new JsonReaderState(Options);
        var kept = 0;
        while (!HasMore)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var room = buffer.Length - kept;
            var read = input.ReadAtLeast(buffer.AsSpan(kept), room, throwOnEndOfStream: false);
            var reader = new Utf8JsonReader(buffer.AsSpan(0, kept + read), isFinalBlock: read < room, state);
            while (reader.Read())
            {
                Take(ref reader, rowsInSample);
            }

            if (read < room)
            {
                return;
            }

            state = reader.CurrentState;
            var used = (int)reader.BytesConsumed;
            kept = buffer.Length - used;
            buffer.AsSpan(used).CopyTo(buffer);
            if (used == 0)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
    }

    private void Take(ref Utf8JsonReader reader, long rowsInSample)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when _rowDepth < 0:
                _rowDepth = reader.CurrentDepth;
                (_at, _isUsual) = (0, true);
                break;
            case JsonTokenType.EndObject when reader.CurrentDepth == _rowDepth:
                _rowDepth = -1;
                if (++_rows == rowsInSample)
                {
                    _pathsInSample = _paths.Count;
                }

                break;
            case JsonTokenType.PropertyName:
                Note(ref reader);
                break;
            default:
                break;
        }
    }

    // Most rows have the keys of the first one, in its order; those are recognised by their bytes alone.
    private void Note(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        if (_isUsual && _at < _usual.Count && _usual[_at].Depth == depth && reader.ValueTextEquals(_usual[_at].Name))
        {
            Open(depth, _usual[_at].Path);
            _at++;
            return;
        }

        var isFirst = _rows == 0 && _isUsual && _at == _usual.Count;
        var name = reader.GetString()!;
        var path = $"{ParentOf(depth)}\u0000{name}";
        Open(depth, path);
        _paths.Add(path);
        if (isFirst)
        {
            _usual.Add((System.Text.Encoding.UTF8.GetBytes(name), depth, path));
            _at++;
        }
        else
        {
            _isUsual = false;
        }
    }

    private void Open(int depth, string path)
    {
        for (; _deepest > depth; _deepest--)
        {
            _open[_deepest] = null;
        }

        _open[depth] = path;
        _deepest = depth;
    }

    // Lists stand between an object and its key's object: the nearest key further out is the parent.
    private string ParentOf(int depth)
    {
        for (var outer = depth - 1; outer > _rowDepth; outer--)
        {
            if (_open[outer] is { } path)
            {
                return path;
            }
        }

        return "";
    }
}
