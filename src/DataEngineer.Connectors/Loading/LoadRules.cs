using DataEngineer.Connections;
using DataEngineer.Definitions.Model;
using DataEngineer.Plans;

namespace DataEngineer.Connectors.Loading;

/// <summary>What must hold of a load's definition, whatever its rows are.</summary>
internal static class LoadRules
{
    /// <summary>The table's name, where the load can be done at all.</summary>
    public static TableName Check(LoadRequest request)
    {
        if (!TableName.TryParse(request.Table, out var table))
        {
            throw LoadErrors.BadTable(request);
        }

        if (table.IsReserved)
        {
            throw LoadErrors.ReservedTable(request, table);
        }

        if (request.WriteDisposition == WriteDisposition.Merge)
        {
            CheckKey(request);
        }

        if (request.WriteDisposition == WriteDisposition.Interval)
        {
            CheckInterval(request);
        }

        return table;
    }

    private static void CheckKey(LoadRequest request)
    {
        if (request.PrimaryKey.Count == 0)
        {
            throw LoadErrors.Unfit(request, "write_disposition merge needs primary_key", "Add primary_key with the columns that tell one row from another.");
        }

        foreach (var key in request.PrimaryKey.Where(key => Find(request, key) is null))
        {
            throw LoadErrors.Unfit(request, $"primary_key names '{key}', which the dataset does not have", $"Use some of its columns: {Listed(request)}.");
        }
    }

    private static void CheckInterval(LoadRequest request)
    {
        if (request.Interval is null)
        {
            throw LoadErrors.Unfit(request, "write_disposition interval needs a run with an interval", "Give the pipeline a schedule, or use another write_disposition.");
        }

        if (request.IntervalColumn is not { } name)
        {
            throw LoadErrors.Unfit(request, "write_disposition interval needs interval_column", "Add interval_column with a date or timestamp column.");
        }

        if (Find(request, name) is not { } column)
        {
            throw LoadErrors.Unfit(request, $"interval_column names '{name}', which the dataset does not have", $"Use one of its columns: {Listed(request)}.");
        }

        if (!IntervalFilter.Takes(column.Type))
        {
            throw LoadErrors.Unfit(request, $"interval_column '{name}' is {column.Type}", "Use a DATE, TIMESTAMP or TIMESTAMP WITH TIME ZONE column, or cast it in a transform.");
        }
    }

    private static Column? Find(LoadRequest request, string name) =>
        request.Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase));

    private static string Listed(LoadRequest request) => string.Join(", ", request.Columns.Select(column => column.Name));
}
