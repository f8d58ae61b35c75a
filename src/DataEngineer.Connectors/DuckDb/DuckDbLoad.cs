using DataEngineer.Connections;
using DataEngineer.Connectors.Loading;
using DataEngineer.Engine;
using DuckDB.NET.Data;

namespace DataEngineer.Connectors.DuckDb;

/// <summary>One load as one transaction. Whatever ends it before its commit leaves the file as it was.</summary>
internal sealed class DuckDbLoad(DuckSession session, LoadRequest request, TableName name, string location, Action? beforeCommit)
{
    public LoadReport Run(CancellationToken cancellationToken)
    {
        session.Execute("BEGIN TRANSACTION", cancellationToken);
        var database = Sql.Name(session.Query("SELECT current_database()", reader => reader.GetString(0), cancellationToken)[0]);
        var ledger = DuckDbLedger.Open(session, request, database, location, cancellationToken);
        if (ledger.Find(cancellationToken) is { } done)
        {
            session.Execute("ROLLBACK", CancellationToken.None);
            return done.ToReport(location);
        }

        var staged = StagedRows.Open(session, request, cancellationToken);
        var table = DuckDbTable.Ensure(session, request, name, database, location, staged, cancellationToken);
        RowChecks.Run(session, request, staged, table.Columns, cancellationToken);
        var effect = new DuckDbWriter(session, request, table, staged, ledger).Write(cancellationToken);
        var report = effect.Report(request, name, location);
        ledger.Add(LoadEntry.Of(request, name, report), cancellationToken);
        beforeCommit?.Invoke();
        cancellationToken.ThrowIfCancellationRequested();
        session.Execute("COMMIT", CancellationToken.None);
        Checkpoint();
        return report;
    }

    /// <summary>Puts everything into the file itself. The load is committed by then: what fails here, the next opening does again.</summary>
    private void Checkpoint()
    {
        try
        {
            session.Execute("CHECKPOINT", CancellationToken.None);
        }
        catch (DuckDBException)
        {
            return;
        }
    }
}
