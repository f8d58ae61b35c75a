namespace DataEngineer.Definitions.Tree;

/// <summary>
/// Where each key and value of a YAML file stands. Paths are the keys from the top joined by dots, with [n] for list items:
/// <c>load.orders.primary_key[0]</c>.
/// </summary>
public sealed record SourceMap(IReadOnlyDictionary<string, SourceSpot> Spots)
{
    /// <summary>The value's place; where the path is not in the file, that of the nearest parent which is.</summary>
    public SourcePosition ValueAt(string path) => Nearest(path) is { } spot ? spot.Value : new SourcePosition(1, 1);

    /// <summary>The key's place; where the path is not in the file, that of the nearest parent which is.</summary>
    public SourcePosition KeyAt(string path) => Nearest(path) is { } spot ? spot.Key : new SourcePosition(1, 1);

    private SourceSpot? Nearest(string path)
    {
        for (var current = path; ; current = current[..Math.Max(current.LastIndexOfAny(['.', '[']), 0)])
        {
            if (Spots.TryGetValue(current, out var spot))
            {
                return spot;
            }

            if (current.Length == 0)
            {
                return null;
            }
        }
    }
}
