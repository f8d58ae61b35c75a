namespace DataEngineer.Store;

/// <summary>A blob in a listing.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="ETag">Changes with the content; for noticing changes, not for conditions (a folder store reads no content to list it).</param>
public sealed record BlobEntry(string Path, long Length, string ETag, DateTimeOffset LastModified);
