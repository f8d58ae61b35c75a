using System.IO.Enumeration;
using DataEngineer.Connections;
using DataEngineer.Store;

namespace DataEngineer.Testing;

/// <summary>A folder as a place of files; * matches anything.</summary>
public sealed class FolderFiles(string folder) : IFileSource
{
    private readonly FolderStore _store = new(folder, folder + ".temp");

    public async Task<IReadOnlyList<BlobEntry>> FindAsync(string pathOrGlob, CancellationToken cancellationToken)
    {
        var found = new List<BlobEntry>();
        await foreach (var entry in _store.ListAsync("", cancellationToken))
        {
            if (FileSystemName.MatchesSimpleExpression(pathOrGlob, entry.Path, ignoreCase: false))
            {
                found.Add(entry);
            }
        }

        return found;
    }

    public Task<ILocalBlob> FetchAsync(string path, CancellationToken cancellationToken) => _store.FetchAsync(path, cancellationToken);
}
