using DataEngineer.Connections;
using DataEngineer.Connectors.Loading;
using DataEngineer.Engine;
using DuckDB.NET.Data;

namespace DataEngineer.Connectors.DuckDb;

/// <summary>A DuckDB database file as a target; its readers see whole loads, since a load is a transaction.</summary>
/// <param name="path">Full path of the file.</param>
/// <param name="beforeCommit">Called when everything is written and nothing is committed.</param>
internal sealed class DuckDbTarget(string path, Action? beforeCommit = null) : ITarget
{
    public async Task<LoadReport> LoadAsync(LoadRequest request, CancellationToken cancellationToken)
    {
        var table = LoadRules.Check(request);
        using var turn = await LoadGate.EnterAsync(path, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var session = DuckSession.Open(new DuckSessionOptions(
                request.Memory, request.Threads, request.TempDirectory, [request.TempDirectory], [request.ParquetPath], path));
            return new DuckDbLoad(session, request, table, path, beforeCommit).Run(cancellationToken);
        }
        catch (DuckDBException error)
        {
            throw EngineErrors.Classify(error, request, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw EngineErrors.Classify(error, request, path);
        }
    }
}
