using DataEngineer.Connections;
using DataEngineer.Failures;
using DataEngineer.Store;

namespace DataEngineer.Connectors.Files;

/// <summary>A folder below the customer's folder, as a place of files.</summary>
internal sealed class FilesSource : IFileSource
{
    private readonly string _connection;
    private readonly string _prefix;
    private readonly IBlobStore _files;

    public FilesSource(string root, string connection, IBlobStore files)
    {
        (_connection, _files) = (connection, files);
        var folder = root.Trim().TrimEnd('/');
        folder = folder is "." or "./" ? "" : folder.StartsWith("./", StringComparison.Ordinal) ? folder[2..] : folder;
        _prefix = folder.Length == 0 ? "" : Inside(folder, "root") + "/";
    }

    public async Task<IReadOnlyList<BlobEntry>> FindAsync(string pathOrGlob, CancellationToken cancellationToken)
    {
        var path = Inside(pathOrGlob, "path");
        var glob = new Glob(path);
        var found = new List<BlobEntry>();
        await foreach (var entry in _files.ListAsync(_prefix + glob.LiteralPrefix, cancellationToken))
        {
            var relative = entry.Path[_prefix.Length..];
            if (glob.Matches(relative))
            {
                found.Add(entry with { Path = relative });
            }
        }

        found.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return found;
    }

    public async Task<ILocalBlob> FetchAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await _files.FetchAsync(_prefix + Inside(path, "path"), cancellationToken);
        }
        catch (BlobNotFoundException e)
        {
            throw StepFailedException.Transient(
                "DE0501", FailureClass.MissingData, $"Connection '{_connection}' has no file '{path}' any more.", "Retry when the file is back.", e);
        }
    }

    private string Inside(string path, string key) => BlobPath.IsValid(path)
        ? path
        : throw StepFailedException.Terminal(
            "DE0505",
            FailureClass.Definition,
            $"Connection '{_connection}' was given {key} '{path}'; allowed is a relative path with forward slashes that stays below the customer's folder, without '..'.",
            $"Correct `{key}`.");
}
