namespace DataEngineer.Activities.Quality;

/// <summary>
/// One assertion, compiled against the dataset it judges. It says what it needs measured, so that the rules of a dataset are measured
/// together, and then judges; what only its own query can tell, it asks itself.
/// </summary>
internal interface IRule
{
    /// <summary>The check's name as written in YAML.</summary>
    string Check { get; }

    /// <summary>Aggregates over the dataset, answered together, from the file's footer where it can tell.</summary>
    IReadOnlyList<string> Aggregates { get; }

    /// <summary>What it wants counted in the shared scan, or null.</summary>
    RowFilter? Filter { get; }

    /// <summary>Judges.</summary>
    Finding Judge(Measures measures, AssertSession session, CancellationToken cancellationToken);

    /// <summary>A query for the row numbers of the failing rows, or null where the rule does not tell rows. Asked only after judging.</summary>
    RowQuery? FailingRows(AssertSession session, CancellationToken cancellationToken);

    /// <summary>A query for the first <paramref name="limit"/> failing rows, or null where there are none to show.</summary>
    RowQuery? Sample(AssertSession session, int limit);
}
