using DataEngineer.Failures;
using DuckDB.NET.Data;

namespace DataEngineer.Activities.Quality;

/// <summary>What the engine can meet in any query.</summary>
internal static class EngineFailures
{
    public static bool IsOutOfMemory(DuckDBException e) => e.Message.StartsWith("Out of Memory Error", StringComparison.Ordinal);

    public static StepFailedException OutOfMemory(string step, DuckDBException e) =>
        StepFailedException.Terminal(
            AssertCodes.OutOfMemory,
            FailureClass.Quota,
            $"{step}: the engine needs more memory than the customer's quota allows.",
            "Raise `quotas.memory` in customer.yml, or lower `quotas.threads`.",
            e);
}
