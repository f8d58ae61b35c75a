using System.Globalization;
using System.Numerics;

namespace DataEngineer.Activities.Quality;

/// <summary>
/// What the rules of a dataset want measured, measured together. Aggregates come in one query, which the footer answers for columns without
/// nulls. Filters are grouped by column and counted in one query behind a WHERE of their own, so that a column is read once, and row groups
/// whose statistics or dictionary already answer are not read at all.
/// </summary>
internal sealed class Measures
{
    private const int GroupsPerQuery = 24;

    private readonly Dictionary<string, object?> _aggregates = new(StringComparer.Ordinal);
    private readonly Dictionary<RowFilter, long> _failing = [];

    private Measures()
    {
    }

    /// <summary>Rows of the dataset.</summary>
    public long Rows { get; private set; }

    public static Measures Take(AssertSession session, IReadOnlyCollection<IRule> rules, CancellationToken cancellationToken)
    {
        var measures = new Measures();
        measures.TakeAggregates(session, [.. rules.SelectMany(rule => rule.Aggregates).Distinct(StringComparer.Ordinal)], cancellationToken);
        if (measures.Rows > 0)
        {
            measures.TakeFilters(session, [.. rules.Select(rule => rule.Filter).OfType<RowFilter>().Distinct()], cancellationToken);
        }

        return measures;
    }

    /// <summary>The answer to an aggregate as a whole number, or null where there is none.</summary>
    public long? Whole(string aggregate) => _aggregates[aggregate] is { } value ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null;

    /// <summary>The answer to an aggregate written as text, as a number of any size.</summary>
    public BigInteger? Big(string aggregate) =>
        _aggregates[aggregate] is string text && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Rows for which the filter is true.</summary>
    public long Failing(RowFilter filter) => _failing.GetValueOrDefault(filter);

    private void TakeAggregates(AssertSession session, string[] aggregates, CancellationToken cancellationToken)
    {
        string[] all = ["count(*)", .. aggregates];
        var answers = session.Engine.Query(
            $"SELECT {string.Join(", ", all)} FROM {session.Source}",
            row => Enumerable.Range(0, all.Length).Select(i => row.IsDBNull(i) ? null : row.GetValue(i)).ToArray(),
            cancellationToken)[0];
        for (var i = 0; i < all.Length; i++)
        {
            _aggregates[all[i]] = answers[i];
        }

        Rows = Whole("count(*)") ?? 0;
    }

    private void TakeFilters(AssertSession session, RowFilter[] filters, CancellationToken cancellationToken)
    {
        var shared = filters.Where(filter => filter.Column is not null).GroupBy(filter => filter.Column, StringComparer.Ordinal).Select(group => group.ToArray());
        foreach (var groups in shared.Chunk(GroupsPerQuery).Concat(filters.Where(filter => filter.Column is null).Select(filter => new[] { new[] { filter } })))
        {
            RowFilter[] asked = [.. groups.SelectMany(group => group)];
            var counts = session.Engine.Query(
                $"SELECT * FROM {string.Join(", ", groups.Select(group => Counts(group, session.Source)))}",
                row => Enumerable.Range(0, asked.Length).Select(row.GetInt64).ToArray(),
                cancellationToken)[0];
            for (var i = 0; i < asked.Length; i++)
            {
                _failing[asked[i]] = counts[i];
            }
        }
    }

    private static string Counts(RowFilter[] group, string source) =>
        group is [var single]
            ? $"(SELECT count(*) FROM {source} WHERE {single.Predicate})"
            : $"(SELECT {string.Join(", ", group.Select(filter => $"count(*) FILTER (WHERE {filter.Predicate})"))} FROM {source} WHERE {string.Join(" OR ", group.Select(filter => $"({filter.Predicate})"))})";
}
