using DataEngineer.Engine;

namespace DataEngineer.Activities.Extract;

/// <summary>Files of one format, looked at and ready to be read.</summary>
internal interface ISource
{
    /// <summary>The columns of all files together.</summary>
    IReadOnlyList<SourceColumn> Columns { get; }

    /// <summary>A query that gives every row typed, or fails at the first that cannot be; null where it is known to fail.</summary>
    string? StrictQuery { get; }

    /// <summary>The rows with their places, unreadable ones told apart; slower.</summary>
    ICarefulSource OpenCareful();

    /// <summary>The failure that the strict query's error means where no single row can be blamed, else null.</summary>
    Exception? Explain(EngineError error);
}
