using System.Text.Json.Serialization;
using DataEngineer.Connections;
using DataEngineer.Connectors.Loading;

namespace DataEngineer.Connectors.Lake;

/// <summary>What a table is: its columns, its files, and the loads that made it so.</summary>
/// <param name="Version">Of this format: 1.</param>
/// <param name="Rows">Of all files.</param>
/// <param name="Loads">The ledger; entries are never removed.</param>
/// <param name="Removed">Files that left the table lately and are not deleted yet.</param>
internal sealed record LakeManifest(
    int Version,
    string Table,
    long Rows,
    IReadOnlyList<TableColumn> Columns,
    IReadOnlyList<LakeFile> Files,
    IReadOnlyList<LoadEntry> Loads,
    IReadOnlyList<LakeRemoved> Removed)
{
    public const int CurrentVersion = 1;

    /// <summary>How long a file that left the table stays for its readers.</summary>
    [JsonIgnore]
    public static TimeSpan Grace { get; } = TimeSpan.FromHours(1);

    public static LakeManifest Empty(TableName table, IReadOnlyList<TableColumn> columns) =>
        new(CurrentVersion, table.ToString(), 0, columns, [], [], []);

    /// <summary>The entry of this very load, or null where it has not been done.</summary>
    public LoadEntry? Find(LoadRequest request) => Loads.FirstOrDefault(entry => entry.IsOf(request.Key) && entry.Run == request.LoadId);

    /// <summary>The table after a load.</summary>
    public LakeManifest After(IReadOnlyList<LakeFile> files, LoadEntry entry)
    {
        var kept = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var key = new LoadKey(entry.Customer, entry.Pipeline, entry.IntervalKey, entry.Step);
        return this with
        {
            Rows = files.Sum(file => file.Rows),
            Files = files,
            Loads = [.. Loads.Select(load => load.IsOf(key) && load.SupersededBy is null ? load with { SupersededBy = entry.Run } : load), entry],
            Removed =
            [
                .. Removed.Where(removed => !IsOver(removed, entry.LoadedAt)),
                .. Files.Where(file => !kept.Contains(file.Path)).Select(file => new LakeRemoved(file.Path, entry.LoadedAt)),
            ],
        };
    }

    /// <summary>True where nobody can be expected to read the file any more.</summary>
    public static bool IsOver(LakeRemoved removed, DateTimeOffset now) => removed.At + Grace <= now;
}
