namespace DataEngineer.Runs;

/// <summary>
/// What became of the rows a step read. For extracts and loads Read = Written + Quarantined + Filtered, or the step fails; a
/// transform may make any number of rows.
/// </summary>
/// <param name="Read">Rows that came in.</param>
/// <param name="Written">Rows that went on.</param>
/// <param name="Quarantined">Rows set aside: unreadable, or failing an assertion that quarantines.</param>
/// <param name="Filtered">Rows left out on purpose.</param>
public sealed record RowCounts(long Read, long Written, long Quarantined = 0, long Filtered = 0)
{
    /// <summary>No rows at all.</summary>
    public static RowCounts None { get; } = new(0, 0);

    /// <summary>True where every row read is accounted for.</summary>
    public bool IsBalanced => Read == Written + Quarantined + Filtered;
}
