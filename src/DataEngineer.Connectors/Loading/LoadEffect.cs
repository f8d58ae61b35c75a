using DataEngineer.Connections;
using DataEngineer.Definitions.Model;

namespace DataEngineer.Connectors.Loading;

/// <summary>What a load did to a table, as counted by the engine at each step of it.</summary>
/// <param name="Read">Rows of the dataset.</param>
/// <param name="Before">Rows of the table before.</param>
/// <param name="Known">Rows of the dataset whose key was in the table; 0 where no key is asked for.</param>
/// <param name="Removed">Rows taken out of the table.</param>
/// <param name="Added">Rows put into the table.</param>
/// <param name="After">Rows of the table afterwards.</param>
internal sealed record LoadEffect(long Read, long Before, long Known, long Removed, long Added, long After)
{
    /// <summary>The counts as reported; fails where they do not add up, so that nothing is lost or doubled unseen.</summary>
    public LoadReport Report(LoadRequest request, TableName table, string location)
    {
        var unchanged = request is { WriteDisposition: WriteDisposition.Merge, MergeStrategy: MergeStrategy.InsertOnly } ? Known : 0;
        var updated = unchanged > 0 ? 0 : Math.Min(Known, Removed);
        var report = new LoadReport(location, table.ToString(), Read, Read - updated - unchanged, updated, unchanged, Removed - updated, After, AlreadyDone: false);
        var balanced = Read == request.Rows
            && Added == Read - unchanged
            && After == Before - Removed + Added
            && After - Before == report.Inserted - report.Deleted
            && report is { Inserted: >= 0, Deleted: >= 0 };
        return balanced ? report : throw LoadErrors.NotReconciled(request, location, this);
    }
}
