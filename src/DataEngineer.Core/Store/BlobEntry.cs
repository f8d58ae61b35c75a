namespace DataEngineer.Store;

/// <summary>A blob in a listing.</summary>
/// <param name="Length">Bytes.</param>
public sealed record BlobEntry(string Path, long Length, string ETag, DateTimeOffset LastModified);
