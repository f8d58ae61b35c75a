namespace DataEngineer.Activities.Extract;

/// <summary>One stream after another, read once.</summary>
internal sealed class JoinedStream(Stream first, Stream second) : Stream
{
    private Stream _current = first;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = _current.Read(buffer);
        if (read > 0 || _current == second || buffer.IsEmpty)
        {
            return read;
        }

        _current = second;
        return _current.Read(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await _current.ReadAsync(buffer, cancellationToken);
        if (read > 0 || _current == second || buffer.IsEmpty)
        {
            return read;
        }

        _current = second;
        return await _current.ReadAsync(buffer, cancellationToken);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
