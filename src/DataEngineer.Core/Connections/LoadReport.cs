namespace DataEngineer.Connections;

/// <summary>What a load did. RowsRead = Inserted + Updated + Unchanged always holds, or the load fails.</summary>
/// <param name="Location">Where the table is, for a person: a file's path or a database's name.</param>
/// <param name="RowsRead">Rows of the dataset.</param>
/// <param name="Inserted">Rows that were not there.</param>
/// <param name="Updated">Rows that took the place of, or changed, one that was there.</param>
/// <param name="Unchanged">Rows that were there already and stayed (insert_only).</param>
/// <param name="Deleted">Rows that went and had no successor.</param>
/// <param name="TableRows">Rows of the table afterwards.</param>
/// <param name="AlreadyDone">True where the ledger had this load already and nothing was changed; the counts are then those recorded.</param>
public sealed record LoadReport(
    string Location,
    string Table,
    long RowsRead,
    long Inserted,
    long Updated,
    long Unchanged,
    long Deleted,
    long TableRows,
    bool AlreadyDone);
