namespace DataEngineer.Definitions.Naming;

/// <summary>Finds the word that was probably meant.</summary>
public static class Suggestion
{
    private const int Longest = 64;

    /// <summary>"Did you mean 'merge'?", or null where nothing is near.</summary>
    public static string? For(string word, IEnumerable<string> candidates) =>
        Nearest(word, candidates) is { } nearest ? $"Did you mean '{nearest}'?" : null;

    /// <summary>The nearest candidate within two edits or a third of the word's length, one edit for short words, the first of equals; or null.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > Longest)
        {
            return null;
        }

        var wanted = Plain(word);
        string? best = null;
        var bestDistance = (wanted.Length < 4 ? 1 : Math.Max(2, wanted.Length / 3)) + 1;
        foreach (var candidate in candidates)
        {
            if (candidate.Length is > 0 and <= Longest && Math.Abs(candidate.Length - wanted.Length) < bestDistance
                && Distance(wanted, Plain(candidate)) is var distance && distance < bestDistance)
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best;
    }

    private static string Plain(string word) => word.ToLowerInvariant().Replace('-', '_');

    /// <summary>Edits from one word to the other: insert, delete, replace, and exchange of neighbours.</summary>
    private static int Distance(string a, string b)
    {
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }
}
