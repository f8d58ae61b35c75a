using System.Globalization;
using DataEngineer.Connections;
using DataEngineer.Failures;
using DataEngineer.Plans;

namespace DataEngineer.Connectors.Loading;

/// <summary>The failures of loads that every target shares. No row value is ever part of one.</summary>
internal static class LoadErrors
{
    public static StepFailedException BadTable(LoadRequest request) => StepFailedException.Terminal(
        "DE0801", FailureClass.Definition,
        $"{Load(request)}: table '{request.Table}' is not a table's name. Allowed: table or schema.table, each a letter or underscore followed by up to 62 letters, digits, underscores, hyphens or blanks.",
        "Correct table in the load.");

    public static StepFailedException ReservedTable(LoadRequest request, TableName table) => StepFailedException.Terminal(
        "DE0802", FailureClass.Definition,
        $"{Load(request)}: schema '{table.Schema}' is reserved. Allowed: any schema but _dataeng, information_schema and pg_catalog.",
        "Name another schema in the load's table.");

    public static StepFailedException Unfit(LoadRequest request, string what, string next) => StepFailedException.Terminal(
        "DE0803", FailureClass.Definition, $"{Load(request)}: {what}.", next);

    public static StepFailedException OtherSchema(LoadRequest request, TableName table, string location, ColumnMatch match) => StepFailedException.Terminal(
        "DE0804", FailureClass.Schema,
        $"{Load(request)}: the dataset's columns do not fit table '{table}' in {location}: {match}. Allowed: the same columns by name, each with a type whose every value fits the table's type. Nothing was written.",
        "Select and cast the columns in a transform so that they fit, or change the table, or load into a new one.");

    public static StepFailedException RepeatedKeys(LoadRequest request, long keys, long rows) => StepFailedException.Terminal(
        "DE0805", FailureClass.Quality,
        $"{Load(request)}: {Number(rows)} of {Number(request.Rows)} rows share their primary_key ({string.Join(", ", request.PrimaryKey)}) with another row of the dataset: {Number(keys)} keys occur more than once. Allowed: each key once. Nothing was written.",
        "Keep one row a key in a transform (qualify row_number() over (partition by the key order by …) = 1), add columns to primary_key, or use merge_strategy delete_insert, which takes repeated keys. An assertion with unique finds them before the load.");

    public static StepFailedException Nulls(LoadRequest request, IReadOnlyList<(string Column, long Rows)> found) => StepFailedException.Terminal(
        "DE0806", FailureClass.Quality,
        $"{Load(request)}: rows without a value in columns that need one: {string.Join(", ", found.Select(pair => $"{pair.Column} in {Number(pair.Rows)}"))} of {Number(request.Rows)} rows. Allowed: no null in the primary_key or in a NOT NULL column of the table. Nothing was written.",
        "Filter these rows or give them a value in a transform. An assertion with not_null finds them before the load.");

    public static StepFailedException Outside(LoadRequest request, long rows, long nulls) => StepFailedException.Terminal(
        "DE0807", FailureClass.Quality,
        $"{Load(request)}: {Number(rows)} of {Number(request.Rows)} rows lie outside the run's interval [{Moment(request.Interval!.Start)}, {Moment(request.Interval.End)}) {request.Interval.Timezone} by column '{request.IntervalColumn}' ({Number(nulls)} of them null). Allowed: start included, end excluded; a timestamp without zone counts as UTC, a date as one of the interval's zone. Nothing was written.",
        "Filter on $interval_start and $interval_end in the extract or a transform.");

    public static StepFailedException OtherRows(LoadRequest request, long rows) => StepFailedException.Terminal(
        "DE0808", FailureClass.Internal,
        $"{Load(request)}: the staged file has {Number(rows)} rows, its step reported {Number(request.Rows)}. Nothing was written.",
        "Run the interval again; if it comes back, report it with the run's id.");

    public static StepFailedException OtherColumns(LoadRequest request, IReadOnlyList<Column> stored) => StepFailedException.Terminal(
        "DE0808", FailureClass.Internal,
        $"{Load(request)}: the staged file has the columns {string.Join(", ", stored.Select(column => column.Name))}; its step reported {string.Join(", ", request.Columns.Select(column => column.Name))}. Nothing was written.",
        "Run the interval again; if it comes back, report it with the run's id.");

    public static StepFailedException NotReconciled(LoadRequest request, string location, LoadEffect effect) => StepFailedException.Terminal(
        "DE0809", FailureClass.Internal,
        $"{Load(request)}: the counts in {location} do not add up: read {Number(effect.Read)}, table before {Number(effect.Before)}, removed {Number(effect.Removed)}, added {Number(effect.Added)}, known {Number(effect.Known)}, table after {Number(effect.After)}. The load was undone.",
        "Run the interval again; if it comes back, report it with the run's id.");

    public static StepFailedException Inexact(LoadRequest request, string column, long rows) => StepFailedException.Terminal(
        "DE0810", FailureClass.Schema,
        $"{Load(request)}: column '{column}' is a HUGEINT, which Parquet keeps as DOUBLE, and {Number(rows)} rows hold numbers beyond 2^53 that it cannot keep exactly. Nothing was written.",
        $"Cast '{column}' to BIGINT or DECIMAL(38,0) in a transform.");

    public static StepFailedException ReservedColumn(LoadRequest request, string column) => StepFailedException.Terminal(
        "DE0811", FailureClass.Schema,
        $"{Load(request)}: the dataset has a column '{column}', which this target keeps for itself. Nothing was written.",
        $"Leave it out or give it another name in a transform: select * exclude ({column}).");

    /// <summary>load 'orders' of acme.orders_daily, as messages begin.</summary>
    public static string Load(LoadRequest request) => $"load '{request.Key.Step}' of {request.Key.Customer}.{request.Key.Pipeline}";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
