namespace DataEngineer.Store;

/// <summary>A blob's content as a local file, valid until disposed. Not to be written.</summary>
public interface ILocalBlob : IAsyncDisposable
{
    /// <summary>Full path of the file.</summary>
    string LocalPath { get; }
}
