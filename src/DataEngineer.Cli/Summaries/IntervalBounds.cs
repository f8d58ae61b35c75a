using System.Globalization;
using DataEngineer.Plans;

namespace DataEngineer.Cli.Summaries;

/// <summary>seam</summary>
internal static class IntervalBounds
{
    public static string? Of(RunInterval? interval) => interval is null ? null :
        string.Create(CultureInfo.InvariantCulture, $"{interval.Start:yyyy-MM-dd'T'HH:mmzzz}/{interval.End:yyyy-MM-dd'T'HH:mmzzz}");
}
