namespace DataEngineer.Activities.Quality;

/// <summary>What a rule found, before thresholds.</summary>
/// <param name="Failed">Rows that do not hold; 1 or 0 where the whole dataset is judged.</param>
/// <param name="Total">Rows judged; 1 where the whole dataset is judged, so that any percentage is beyond its bound or not at all.</param>
/// <param name="Text">For a person, without a full stop; never a row value.</param>
internal sealed record Finding(long Failed, long Total, string Text)
{
    /// <summary>A share of rows.</summary>
    public static Finding OfRows(long failed, long total, string fault)
    {
        var share = failed > 0 && total > 0 ? $" ({Math.Max(0.01m, Math.Round(100m * failed / total, 2)):0.##} %)" : "";
        return new Finding(failed, total, $"{failed} of {total} rows{share} {fault}");
    }

    /// <summary>The dataset as a whole.</summary>
    public static Finding OfDataset(bool failed, string text) => new(failed ? 1 : 0, 1, text);
}
