using DataEngineer.Connections;
using DataEngineer.Connectors.Loading;
using DataEngineer.Definitions.Model;
using DataEngineer.Engine;
using DataEngineer.Store;

namespace DataEngineer.Connectors.Lake;

/// <summary>
/// Writes a load's files: one with its rows, and again each file that holds rows that go, without them. Nothing it writes is part of
/// the table yet.
/// </summary>
internal sealed class LakeWriter(IBlobStore store, LoadRequest request, TableName name, string folder, string location, int attempt)
{
    private readonly List<LakeFile> _written = [];

    /// <summary>How the paths of all files begin that deliveries of the load write, relative to the table's folder.</summary>
    public static string Prefix(LoadRequest request) => $"data/{request.LoadId}.{request.Key.Step}.";

    public async Task<LakeChange> WriteAsync(LakeManifest? current, CancellationToken cancellationToken)
    {
        var old = current?.Files ?? [];
        var read = request.WriteDisposition is WriteDisposition.Merge or WriteDisposition.Interval ? old.Where(file => file.Rows > 0).ToList() : [];
        await using var inputs = new LakeInputs(store, folder);
        await inputs.FetchAsync(read, cancellationToken);
        await using var outputs = new LakeOutputs(store, folder, $"{Prefix(request)}{request.FencingToken}.{attempt}");
        var ownFile = await outputs.CreateAsync(cancellationToken);
        var rewrites = new Dictionary<LakeFile, LakeOutput>();
        foreach (var file in read)
        {
            rewrites.Add(file, await outputs.CreateAsync(cancellationToken));
        }

        using var session = DuckSession.Open(new DuckSessionOptions(
            request.Memory,
            request.Threads,
            request.TempDirectory,
            [request.TempDirectory],
            [request.ParquetPath, .. inputs.LocalPaths, ownFile.LocalPath, .. rewrites.Values.Select(output => output.LocalPath)]));
        var staged = StagedRows.Open(session, request, cancellationToken);
        var columns = Columns(current, staged);
        RowChecks.Run(session, request, staged, columns, cancellationToken);

        var rows = new LakeRows(session, request, staged, columns, inputs);
        var (known, removed) = rows.Affected(read, cancellationToken);
        var files = new List<LakeFile>();
        foreach (var file in Kept(old, current))
        {
            if (!removed.TryGetValue(file.Path, out var gone))
            {
                files.Add(file);
            }
            else if (gone < file.Rows)
            {
                var count = rows.CopyRest(file, rewrites[file].LocalPath, cancellationToken);
                files.Add(await CommitAsync(rewrites[file], count, file.LoadId, cancellationToken));
            }
        }

        var added = rows.CopyNew(read, ownFile.LocalPath, cancellationToken);
        files.RemoveAll(file => file.Rows == 0);
        if (added > 0 || files.Count == 0)
        {
            files.Add(await CommitAsync(ownFile, added, LoadEntry.IdOf(request), cancellationToken));
        }

        var before = old.Sum(file => file.Rows);
        var left = old.Sum(file => file.Rows) - Kept(old, current).Sum(file => file.Rows) + removed.Values.Sum();
        return new LakeChange(new LoadEffect(staged.Rows, before, known, left, added, files.Sum(file => file.Rows)), columns, files, _written);
    }

    private IReadOnlyList<TableColumn> Columns(LakeManifest? current, StagedRows staged)
    {
        var dataset = LakeTypes.Of(staged);
        if (current is null)
        {
            var keys = request.WriteDisposition == WriteDisposition.Merge ? request.PrimaryKey : [];
            return [.. dataset.Select(column => new TableColumn(column.Name, column.Type, !keys.Contains(column.Name, StringComparer.OrdinalIgnoreCase)))];
        }

        var match = ColumnMatch.Of(dataset, current.Columns);
        return match.IsFit ? current.Columns : throw LoadErrors.OtherSchema(request, name, location, match);
    }

    /// <summary>The files of which rows stay: none when replacing, and not those that another run of the interval appended.</summary>
    private List<LakeFile> Kept(IReadOnlyList<LakeFile> old, LakeManifest? current)
    {
        if (request.WriteDisposition == WriteDisposition.Replace || current is null)
        {
            return [];
        }

        if (request.WriteDisposition != WriteDisposition.Append)
        {
            return [.. old];
        }

        var earlier = current.Loads
            .Where(load => load.IsOf(request.Key) && load.WriteDisposition == WriteDisposition.Append)
            .Select(load => load.LoadId)
            .ToHashSet(StringComparer.Ordinal);
        return [.. old.Where(file => !earlier.Contains(file.LoadId))];
    }

    private async Task<LakeFile> CommitAsync(LakeOutput output, long rows, string loadId, CancellationToken cancellationToken)
    {
        var file = new LakeFile(output.Path, rows, await output.CommitAsync(cancellationToken), loadId);
        _written.Add(file);
        return file;
    }
}
