using DataEngineer.Connections;
using DataEngineer.Definitions.Model;

namespace DataEngineer.Connectors.Loading;

/// <summary>What a target remembers of a load that was committed.</summary>
/// <param name="LoadId">The run and the load's name; rows and files that a load wrote carry it.</param>
/// <param name="SupersededBy">The later run of the same interval that took its place, or null.</param>
internal sealed record LoadEntry(
    string Customer,
    string Pipeline,
    string IntervalKey,
    string Step,
    string Run,
    string LoadId,
    string FencingToken,
    string Table,
    WriteDisposition WriteDisposition,
    long RowsRead,
    long Inserted,
    long Updated,
    long Unchanged,
    long Deleted,
    long TableRows,
    DateTimeOffset LoadedAt,
    string? SupersededBy)
{
    public static string IdOf(LoadRequest request) => $"{request.LoadId}/{request.Key.Step}";

    public static LoadEntry Of(LoadRequest request, TableName table, LoadReport report) => new(
        request.Key.Customer,
        request.Key.Pipeline,
        request.Key.IntervalKey,
        request.Key.Step,
        request.LoadId,
        IdOf(request),
        request.FencingToken,
        table.ToString(),
        request.WriteDisposition,
        report.RowsRead,
        report.Inserted,
        report.Updated,
        report.Unchanged,
        report.Deleted,
        report.TableRows,
        request.Now,
        SupersededBy: null);

    public bool IsOf(LoadKey key) =>
        Customer == key.Customer && Pipeline == key.Pipeline && IntervalKey == key.IntervalKey && Step == key.Step;

    public LoadReport ToReport(string location) =>
        new(location, Table, RowsRead, Inserted, Updated, Unchanged, Deleted, TableRows, AlreadyDone: true);
}
