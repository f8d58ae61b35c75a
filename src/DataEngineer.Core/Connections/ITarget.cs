namespace DataEngineer.Connections;

/// <summary>
/// A connection that data is loaded into. A load commits its rows and a ledger entry for (customer, pipeline, interval, step,
/// load id) in one atomic act, so that a second delivery finds the entry and changes nothing, and a reader never sees half.
/// </summary>
public interface ITarget
{
    /// <summary>Loads one dataset. Throws <see cref="Failures.StepFailedException"/>.</summary>
    Task<LoadReport> LoadAsync(LoadRequest request, CancellationToken cancellationToken);
}
