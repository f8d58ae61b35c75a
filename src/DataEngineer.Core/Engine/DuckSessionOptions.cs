using DataEngineer.Definitions.Values;

namespace DataEngineer.Engine;

/// <summary>What an engine session may use.</summary>
/// <param name="Memory">Before it spills to <paramref name="TempDirectory"/>.</param>
/// <param name="Threads">Processor threads.</param>
/// <param name="TempDirectory">Full path of the folder it spills to.</param>
/// <param name="AllowedDirectories">Full paths of the only folders that it may read and write.</param>
/// <param name="AllowedFiles">Full paths of further files that it may read.</param>
/// <param name="Database">Full path of the database file, or null for one in memory.</param>
public sealed record DuckSessionOptions(
    ByteSize Memory,
    int Threads,
    string TempDirectory,
    IReadOnlyList<string> AllowedDirectories,
    IReadOnlyList<string> AllowedFiles,
    string? Database = null);
