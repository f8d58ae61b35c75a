using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Values;
using DataEngineer.Plans;

namespace DataEngineer.Connections;

/// <summary>One load to be done.</summary>
/// <param name="Key">Under what it is remembered.</param>
/// <param name="LoadId">The run's id: a second delivery of the same run's load has the same.</param>
/// <param name="FencingToken">That of this delivery; later deliveries have greater ones.</param>
/// <param name="ParquetPath">Full local path of the rows.</param>
/// <param name="Rows">How many rows the file must have.</param>
/// <param name="Table">schema.table or table.</param>
/// <param name="Interval">What the run covers; null for a run without one.</param>
/// <param name="Memory">What the engine may use before it spills.</param>
/// <param name="Threads">Processor threads.</param>
/// <param name="TempDirectory">Full path of a folder of this delivery's own for scratch files.</param>
/// <param name="Now">The time to record.</param>
public sealed record LoadRequest(
    LoadKey Key,
    string LoadId,
    string FencingToken,
    string ParquetPath,
    long Rows,
    IReadOnlyList<Column> Columns,
    string Table,
    WriteDisposition WriteDisposition,
    MergeStrategy MergeStrategy,
    IReadOnlyList<string> PrimaryKey,
    string? IntervalColumn,
    RunInterval? Interval,
    ByteSize Memory,
    int Threads,
    string TempDirectory,
    DateTimeOffset Now);
