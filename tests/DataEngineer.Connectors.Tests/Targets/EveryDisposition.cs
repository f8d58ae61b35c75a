using DataEngineer.Definitions.Model;

namespace DataEngineer.Connectors.Tests.Targets;

/// <summary>Every write disposition, merge with every strategy.</summary>
public sealed class EveryDisposition : TheoryData<WriteDisposition, MergeStrategy>
{
    public EveryDisposition()
    {
        Add(WriteDisposition.Append, default);
        Add(WriteDisposition.Replace, default);
        Add(WriteDisposition.Merge, MergeStrategy.Upsert);
        Add(WriteDisposition.Merge, MergeStrategy.DeleteInsert);
        Add(WriteDisposition.Merge, MergeStrategy.InsertOnly);
        Add(WriteDisposition.Interval, default);
    }
}
