using DataEngineer.Plans;

namespace DataEngineer.Activities.Extract;

/// <summary>What was read, before it is judged and published.</summary>
/// <param name="Columns">As readers of the staged file see them.</param>
internal sealed record ExtractResult(long Rows, IReadOnlyList<Column> Columns, RejectedRows Rejected);
