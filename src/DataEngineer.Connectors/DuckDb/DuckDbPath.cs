using DataEngineer.Connections;
using DataEngineer.Connectors.Loading;
using DataEngineer.Store;

namespace DataEngineer.Connectors.DuckDb;

/// <summary>Where a connection's database file is.</summary>
internal static class DuckDbPath
{
    public static string Resolve(DuckDbOptions options, ConnectionScope scope)
    {
        if (!TargetPath.IsPlain(options.Path))
        {
            throw DuckDbErrors.BadPath(scope, options.Path);
        }

        return (scope.Store as ILocalFolder)?.FullPath($"targets/{options.Path}") ?? throw DuckDbErrors.NoFolder(scope);
    }
}
