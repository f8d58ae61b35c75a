using System.Globalization;
using DataEngineer.Connections;
using DataEngineer.Definitions.Model;

namespace DataEngineer.Connectors.Tests.Targets;

/// <summary>What a target is, as a list in memory: rows with the load that last wrote each, and the loads that were done.</summary>
internal sealed class TargetModel
{
    private readonly Dictionary<(string Interval, int Attempt), (WriteDisposition Disposition, LoadReport Report)> _done = [];
    private List<(int Day, int Amount, (string Interval, int Attempt) Load)> _rows = [];

    public bool Knows(LoadCase load) => _done.ContainsKey(Id(load));

    public LoadReport Load(LoadCase load, IEnumerable<(int Day, int Amount)> dataset)
    {
        if (_done.TryGetValue(Id(load), out var done))
        {
            return done.Report with { AlreadyDone = true };
        }

        var rows = dataset.ToList();
        var before = _rows;
        var keys = rows.Select(row => row.Day).ToHashSet();
        var known = rows.Count(row => before.Exists(old => old.Day == row.Day));
        var insertsOnly = load is { Disposition: WriteDisposition.Merge, Strategy: MergeStrategy.InsertOnly };
        var kept = before.Where(row => load.Disposition switch
        {
            WriteDisposition.Append => row.Load.Interval != load.IntervalKey || _done[row.Load].Disposition != WriteDisposition.Append,
            WriteDisposition.Replace => false,
            WriteDisposition.Interval => row.Day >= 4,
            _ => insertsOnly || !keys.Contains(row.Day),
        }).ToList();
        var added = rows.Where(row => !insertsOnly || !before.Exists(old => old.Day == row.Day)).ToList();
        _rows = [.. kept, .. added.Select(row => (row.Day, row.Amount, Id(load)))];

        var removed = before.Count - kept.Count;
        var unchanged = rows.Count - added.Count;
        var updated = load.Disposition == WriteDisposition.Merge ? Math.Min(load.Strategy == MergeStrategy.Upsert ? removed : known, removed) : 0;
        updated = Math.Min(updated, rows.Count);
        var report = new LoadReport("", "", rows.Count, rows.Count - updated - unchanged, updated, unchanged, removed - updated, _rows.Count, AlreadyDone: false);
        _done.Add(Id(load), (load.Disposition, report));
        return report;
    }

    public IReadOnlyList<string> Texts() =>
        [.. _rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"2026-02-{row.Day:00}|{row.Amount}")).Order(StringComparer.Ordinal)];

    private static (string Interval, int Attempt) Id(LoadCase load) => (load.IntervalKey, load.Attempt);
}
