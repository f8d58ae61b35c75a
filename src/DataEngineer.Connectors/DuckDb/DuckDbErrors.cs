using DataEngineer.Connections;
using DataEngineer.Connectors.Loading;
using DataEngineer.Failures;

namespace DataEngineer.Connectors.DuckDb;

/// <summary>The failures that only this target has.</summary>
internal static class DuckDbErrors
{
    public static StepFailedException BadPath(ConnectionScope scope, string path) => StepFailedException.Terminal(
        "DE0830", FailureClass.Definition,
        $"connection '{scope.Connection}' of {scope.Customer}: path '{path}' cannot be a database file. Allowed: a path relative to targets/ of the customer's store, forward slashes, of letters, digits, _ . - and blanks, without '..'.",
        "Correct path in customer.yml, for example path: warehouse.duckdb.");

    public static StepFailedException NoFolder(ConnectionScope scope) => StepFailedException.Terminal(
        "DE0831", FailureClass.Definition,
        $"connection '{scope.Connection}' of {scope.Customer}: a DuckDB database needs a folder of this machine, and the customer's store {scope.Store.Location} is none.",
        "Use type: lake, which works on any store, or run with a folder as store.");

    public static StepFailedException IsView(LoadRequest request, TableName table, string location) => StepFailedException.Terminal(
        "DE0832", FailureClass.Definition,
        $"{LoadErrors.Load(request)}: '{table}' in {location} is a view. Allowed: a table, or a name that is still free.",
        "Name another table in the load.");

    public static StepFailedException BadLedger(LoadRequest request, string location) => StepFailedException.Terminal(
        "DE0833", FailureClass.Infrastructure,
        $"{LoadErrors.Load(request)}: _dataeng.loads in {location} is not the table that loads are remembered in. Nothing was written.",
        "Restore the file from a backup, or rename that table.");
}
