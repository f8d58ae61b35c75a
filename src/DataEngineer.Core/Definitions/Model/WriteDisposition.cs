namespace DataEngineer.Definitions.Model;

/// <summary>What happens to rows that are already in the table.</summary>
public enum WriteDisposition
{
    /// <summary>They stay. Running an interval again replaces the rows it appended before.</summary>
    Append,

    /// <summary>They go; the table has exactly the new rows.</summary>
    Replace,

    /// <summary>They are matched by primary_key; merge_strategy tells what happens to matches.</summary>
    Merge,

    /// <summary>Those whose interval_column lies in the run's interval go; the others stay.</summary>
    Interval,
}
