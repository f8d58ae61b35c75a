using System.Globalization;
using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Definitions.Naming;

/// <summary>Says in words what a path of the source map is: <c>load.orders.table</c> is table of load 'orders'.</summary>
internal static class PathWords
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["extract"] = "extract",
        ["transform"] = "transform",
        ["load"] = "load",
        ["variables"] = "variable",
        ["connections"] = "connection",
    };

    /// <summary>The thing itself: load 'orders', assertion 3, retry of load 'orders', the file.</summary>
    public static string Describe(string path)
    {
        var (owner, key) = Split(path);
        return (owner, key) switch
        {
            (_, "") => owner,
            ("the file", _) => key,
            _ => $"{key} of {owner}",
        };
    }

    /// <summary>The thing a key belongs to, and the rest of the path; the rest is empty for the thing itself.</summary>
    public static (string Owner, string Key) Split(string path)
    {
        if (path.Length == 0)
        {
            return ("the file", "");
        }

        if (path.StartsWith("assert[", StringComparison.Ordinal))
        {
            var end = path.IndexOf(']', StringComparison.Ordinal);
            var number = int.Parse(path.AsSpan(7, end - 7), NumberStyles.None, CultureInfo.InvariantCulture) + 1;
            return ($"assertion {number}", path[(end + 1)..].TrimStart('.'));
        }

        var parts = path.Split('.', 3);
        return parts.Length > 1 && Kinds.TryGetValue(parts[0], out var kind)
            ? ($"{kind} '{Shown.Text(parts[1])}'", parts.Length > 2 ? Shown.Text(parts[2]) : "")
            : ("the file", Shown.Text(path));
    }

    /// <summary>A value's key and who has it: load 'orders' has table; without an owner: the file has version.</summary>
    public static string Has(string path)
    {
        var (owner, key) = Split(path);
        return key.Length == 0 ? $"{owner} is" : $"{owner} has {key}";
    }
}
