using DataEngineer.Activities.Execution;
using DataEngineer.Operations;
using DataEngineer.Runs;

namespace DataEngineer.Cli.Display;

/// <summary>Shows a run while it is under way.</summary>
internal interface IRunDisplay : IRunObserver
{
    /// <summary>The run has begun or goes on.</summary>
    /// <param name="doneBefore">Steps that had ended before this process took it up.</param>
    void Begin(RunStart start, int doneBefore);

    /// <summary>Shows it until the awaited end.</summary>
    Task<RunRecord> UntilAsync(Task<RunRecord> end);
}
