using DataEngineer.Store;

namespace DataEngineer.Connections;

/// <summary>A connection that holds files.</summary>
public interface IFileSource
{
    /// <summary>The files that a path or glob names, in ordinal order of paths relative to the connection's root; empty where none is.</summary>
    Task<IReadOnlyList<BlobEntry>> FindAsync(string pathOrGlob, CancellationToken cancellationToken);

    /// <summary>One of them as a local file.</summary>
    Task<ILocalBlob> FetchAsync(string path, CancellationToken cancellationToken);
}
