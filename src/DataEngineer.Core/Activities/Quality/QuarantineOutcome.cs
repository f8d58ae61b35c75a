using DataEngineer.Runs;

namespace DataEngineer.Activities.Quality;

/// <summary>What quarantining did.</summary>
/// <param name="Kept">The dataset without the rows set aside.</param>
/// <param name="Rows">Rows set aside, each counted once.</param>
/// <param name="Path">Where they are in the customer's store.</param>
/// <param name="ByAssertion">Rows set aside by assertion; a row that fails two is counted with both.</param>
internal sealed record QuarantineOutcome(DatasetRef Kept, long Rows, string Path, IReadOnlyDictionary<string, long> ByAssertion);
