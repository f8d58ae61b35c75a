using DataEngineer.Embedded.History;

namespace DataEngineer.Embedded.Journal;

/// <summary>An instance to be created with the first event of its history.</summary>
/// <param name="Tail">Its history behind that event.</param>
internal sealed record NewInstance(ExecutionCreated Created, HistoryRow Row, HistoryTail Tail, ParentLink? Parent)
{
    public static NewInstance Of(ExecutionCreated created, ParentLink? parent)
    {
        var tail = HistoryTail.Start(created.InstanceId, created.Execution);
        return new NewInstance(created, tail.Append(created), tail, parent);
    }
}
