using System.Globalization;
using DataEngineer.Connections;
using DataEngineer.Failures;
using DataEngineer.Plans;
using DataEngineer.Store;

namespace DataEngineer.Activities.Load;

/// <summary>What can go wrong around a target.</summary>
internal static class LoadFailures
{
    public static StepFailedException NoInput(LoadStep step, IEnumerable<string> inputs) => StepFailedException.Terminal(
        "DE0850", FailureClass.Internal,
        $"load '{step.Load}': dataset '{step.Dataset}' was not given to the step; it got {Listed(inputs)}.",
        "Report it with the run's id.");

    public static StepFailedException StagedFileGone(LoadStep step, BlobNotFoundException error) => StepFailedException.Terminal(
        "DE0851", FailureClass.MissingData,
        $"load '{step.Load}': the staged file of dataset '{step.Dataset}' is gone: {error.Message}",
        "Run the interval again, so that the dataset is staged anew.", error);

    public static StepFailedException Unbalanced(LoadStep step, LoadReport report) => StepFailedException.Terminal(
        "DE0852", FailureClass.Internal,
        string.Create(
            CultureInfo.InvariantCulture,
            $"load '{step.Load}': the target {report.Location} reports {report.RowsRead} rows read, but {report.Inserted} inserted, {report.Updated} updated and {report.Unchanged} unchanged."),
        "Compare the table with its source, then report it with the run's id.");

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal)) is { Length: > 0 } listed ? listed : "none";
}
