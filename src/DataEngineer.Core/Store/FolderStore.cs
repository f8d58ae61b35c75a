using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace DataEngineer.Store;

/// <summary>
/// A store in a folder. Files are written beside, flushed, and renamed into place, so that a reader sees the old content or the new
/// and a crash leaves one of both. Conditional writes hold across processes of one machine.
/// </summary>
/// <param name="root">Full path of the store; made when first written to.</param>
/// <param name="tempRoot">Full path of a folder for unfinished writes, on the same file system as <paramref name="root"/>.</param>
public sealed class FolderStore(string root, string tempRoot) : IBlobStore, ILocalFolder
{
    private long _pending;

    /// <inheritdoc/>
    public string Location => root;

    /// <inheritdoc/>
    public async Task<BlobContent?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            if (PassesLink(path))
            {
                return null;
            }

            var bytes = await File.ReadAllBytesAsync(FullPath(path), cancellationToken);
            return new BlobContent(bytes, ETagOf(bytes));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<string?> WriteAsync(string path, ReadOnlyMemory<byte> content, BlobCondition condition, CancellationToken cancellationToken)
    {
        var target = FullPath(path);
        var temporary = TemporaryPath();
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(content, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            using var gate = condition.IfMatch is null ? null : await FolderLock.AcquireAsync(Path.Combine(root, ".lock"), cancellationToken);
            if (condition.IfMatch is not null && (await ReadAsync(path, cancellationToken))?.ETag != condition.IfMatch)
            {
                return null;
            }

            return Publish(temporary, target, condition.IfAbsent) ? ETagOf(content.Span) : null;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobEntry> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var folder = prefix.Contains('/', StringComparison.Ordinal) ? prefix[..prefix.LastIndexOf('/')] : "";
        var start = new DirectoryInfo(folder.Length == 0 ? root : FullPath(folder));
        if (!start.Exists || PassesLink(folder))
        {
            yield break;
        }

        var found = start.EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Select(file => (File: file, Path: Path.GetRelativePath(root, file.FullName).Replace(Path.DirectorySeparatorChar, '/')))
            .Where(entry => entry.Path.StartsWith(prefix, StringComparison.Ordinal) && entry.Path != ".lock")
            .OrderBy(entry => entry.Path, StringComparer.Ordinal);
        foreach (var (file, path) in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new BlobEntry(path, file.Length, $"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}", new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero));
        }
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string path, CancellationToken cancellationToken)
    {
        var target = FullPath(path);
        if (!File.Exists(target))
        {
            return Task.FromResult(false);
        }

        File.Delete(target);
        return Task.FromResult(true);
    }

    /// <inheritdoc/>
    public Task<ILocalBlob> FetchAsync(string path, CancellationToken cancellationToken)
    {
        var target = FullPath(path);
        return File.Exists(target) && !PassesLink(path)
            ? Task.FromResult<ILocalBlob>(new InPlaceBlob(target))
            : throw new BlobNotFoundException(Location, path);
    }

    /// <inheritdoc/>
    public Task<IPendingBlob> CreateAsync(string path, CancellationToken cancellationToken)
    {
        var target = FullPath(path);
        return Task.FromResult<IPendingBlob>(new PendingFile(TemporaryPath(), temporary => Publish(temporary, target, ifAbsent: false)));
    }

    /// <inheritdoc/>
    public string FullPath(string path) => Path.Combine(root, BlobPath.Check(path));

    /// <summary>Links are not followed, here as in listings: they could lead out of the store.</summary>
    private bool PassesLink(string path)
    {
        var at = root;
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = Path.Combine(at, part);
            if (new FileInfo(at) is { LinkTarget: not null })
            {
                return true;
            }
        }

        return false;
    }

    private static bool Publish(string temporary, string target, bool ifAbsent)
    {
        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        try
        {
            File.Move(temporary, target, overwrite: !ifAbsent);
        }
        catch (IOException) when (ifAbsent && File.Exists(target))
        {
            return false;
        }

        DirectorySync.Flush(folder);
        return true;
    }

    private static string ETagOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private string TemporaryPath()
    {
        Directory.CreateDirectory(tempRoot);
        return Path.Combine(tempRoot, $"write-{Environment.ProcessId}-{GetHashCode():x}-{Interlocked.Increment(ref _pending)}.tmp");
    }
}
