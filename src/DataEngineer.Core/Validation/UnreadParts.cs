using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Tree;

namespace DataEngineer.Validation;

/// <summary>
/// The entries of a file that binding had problems with. What a rule finds in one of them may only be a consequence of a value that
/// could not be read, so it is left for the next time.
/// </summary>
internal sealed class UnreadParts(SourceMap positions, IEnumerable<Diagnostic> problems)
{
    private readonly HashSet<string> _entries = Find(positions, [.. problems.Select(problem => new SourcePosition(problem.Line, problem.Column))]);

    /// <summary>True where a problem that was already reported may be the finding's cause.</summary>
    public bool Explain(Finding finding) => _entries.Count > 0
        && (finding.Severity == DiagnosticSeverity.Warning || (finding.Path.Length > 0 && _entries.Contains(EntryOf(finding.Path))));

    private static HashSet<string> Find(SourceMap positions, HashSet<SourcePosition> places) => places.Count == 0
        ? []
        : [.. positions.Spots.Where(spot => spot.Key.Length > 0 && (places.Contains(spot.Value.Key) || places.Contains(spot.Value.Value))).Select(spot => EntryOf(spot.Key))];

    /// <summary>load.orders of load.orders.retry.interval; assert[2]; schedule.</summary>
    private static string EntryOf(string path)
    {
        var parts = path.Split('.', 3);
        return parts[0] is "extract" or "transform" or "load" or "variables" or "connections" && parts.Length > 1 ? $"{parts[0]}.{parts[1]}" : parts[0];
    }
}
