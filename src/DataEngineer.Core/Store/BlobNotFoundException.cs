namespace DataEngineer.Store;

/// <summary>A blob that must be there is not.</summary>
public sealed class BlobNotFoundException(string location, string path)
    : Exception($"There is no '{path}' in {location}.")
{
    /// <summary>The path asked for.</summary>
    public string Path { get; } = path;
}
