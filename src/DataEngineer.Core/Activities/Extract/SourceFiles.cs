using DataEngineer.Connections;
using DataEngineer.Definitions.Model;
using DataEngineer.Plans;
using DataEngineer.Store;

namespace DataEngineer.Activities.Extract;

/// <summary>The files of one extract, fetched, and decoded where the engine cannot or does not do so soundly.</summary>
internal sealed class SourceFiles : IAsyncDisposable
{
    private readonly List<ILocalBlob> _fetched = [];
    private readonly List<SourceFile> _files = [];

    public IReadOnlyList<SourceFile> Files => _files;

    public FileFormat Format { get; private set; }

    /// <summary>Finds and fetches. No file at all, where the step allows that, gives an empty set.</summary>
    public static async Task<SourceFiles> OpenAsync(StepContext context, ExtractStep step, CancellationToken cancellationToken)
    {
        var what = $"Extract '{step.Dataset}'";
        var source = context.Connections.OpenFiles(step.Connection);
        var entries = await FindAsync(source, step, what, cancellationToken);
        var files = new SourceFiles();
        try
        {
            if (entries.Count > 0)
            {
                files.Format = FileFormats.Of([.. entries.Select(entry => entry.Path)], step.File.Format, what);
                foreach (var entry in entries)
                {
                    await files.AddAsync(source, entry.Path, step, context.TempDirectory, what, cancellationToken);
                }
            }

            return files;
        }
        catch
        {
            await files.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var blob in _fetched)
        {
            await blob.DisposeAsync();
        }
    }

    private static async Task<IReadOnlyList<BlobEntry>> FindAsync(IFileSource source, ExtractStep step, string what, CancellationToken cancellationToken)
    {
        var path = step.File.Path;
        var entries = await source.FindAsync(path, cancellationToken);
        if (entries.Count == 0 && !step.File.AllowEmpty)
        {
            throw path.AsSpan().ContainsAny('*', '?')
                ? ExtractErrors.EmptyGlob(what, step.Connection, path)
                : ExtractErrors.MissingFile(what, step.Connection, path, Engine.Nearest.To(path, await NeighboursAsync(source, path, cancellationToken)));
        }

        return entries.FirstOrDefault(entry => entry.Length == 0) is { } empty && !step.File.AllowEmpty
            ? throw ExtractErrors.EmptyFile(what, empty.Path)
            : [.. entries.Where(entry => entry.Length > 0)];
    }

    private static async Task<IEnumerable<string>> NeighboursAsync(IFileSource source, string path, CancellationToken cancellationToken) =>
        (await source.FindAsync(path[..(path.LastIndexOf('/') + 1)] + "*", cancellationToken)).Select(entry => entry.Path);

    private async Task AddAsync(IFileSource source, string path, ExtractStep step, string tempDirectory, string what, CancellationToken cancellationToken)
    {
        try
        {
            var blob = await source.FetchAsync(path, cancellationToken);
            _fetched.Add(blob);
            await using (File.OpenRead(blob.LocalPath))
            {
                // Rights are asked for here, where a refusal can be told from a failing disk.
            }

            var plain = Format == FileFormat.Parquet
                ? null
                : await new PlainText(path, what, step.File.Encoding).CopyAsync(
                    blob.LocalPath, FileFormats.IsGzip(path, step.File.Compression), Path.Combine(tempDirectory, $"source-{_files.Count}.txt"), cancellationToken);
            if (plain is not null && new FileInfo(plain).Length == 0)
            {
                if (!step.File.AllowEmpty)
                {
                    throw ExtractErrors.EmptyFile(what, path);
                }

                return;
            }

            var local = plain ?? (blob.LocalPath.AsSpan().ContainsAny('*', '?', '[') ? Copy(blob.LocalPath, Path.Combine(tempDirectory, $"source-{_files.Count}.bin")) : blob.LocalPath);
            _files.Add(new SourceFile(path, local));
        }
        catch (UnauthorizedAccessException)
        {
            throw ExtractErrors.NoPermission(what, path);
        }
    }

    /// <summary>The engine would take such a name for a glob.</summary>
    private static string Copy(string from, string to)
    {
        File.Copy(from, to);
        return to;
    }
}
