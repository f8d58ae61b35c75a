using System.Globalization;
using DataEngineer.Plans;

namespace DataEngineer.Connectors.Loading;

/// <summary>
/// Which values of a column lie in an interval, start included, end excluded. A moment is compared as it is; a timestamp without
/// zone counts as UTC, as it does where SQL compares it with $interval_start; a date is one of the calendar of the interval's zone.
/// </summary>
internal static class IntervalFilter
{
    public static bool Takes(string type) => ColumnTypes.IsDate(type) || ColumnTypes.IsTimestamp(type) || ColumnTypes.IsInstant(type);

    /// <summary>A condition on the column; null is not in the interval.</summary>
    /// <param name="column">The column in SQL.</param>
    /// <param name="type">DuckDB's name of its type.</param>
    public static string Condition(string column, string type, RunInterval interval) =>
        $"({column} >= {Bound(type, interval.Start)} AND {column} < {Bound(type, interval.End)})";

    private static string Bound(string type, DateTimeOffset at)
    {
        if (ColumnTypes.IsDate(type))
        {
            return $"DATE '{FirstDay(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'";
        }

        var utc = at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
        return ColumnTypes.IsInstant(type) ? $"TIMESTAMPTZ '{utc}+00'" : $"TIMESTAMP '{utc}'";
    }

    /// <summary>A date stands for its midnight; the first date at or after the bound.</summary>
    private static DateOnly FirstDay(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.DateTime);
        return at.TimeOfDay > TimeSpan.Zero ? day.AddDays(1) : day;
    }
}
