using DataEngineer.Runs;

namespace DataEngineer.Cli;

/// <summary>What the process answers to its caller.</summary>
internal static class ExitCodes
{
    public const int Success = 0;
    public const int RunFailed = 1;
    public const int Invalid = 2;
    public const int Partial = 3;
    public const int Environment = 4;
    public const int Internal = 70;
    public const int Interrupted = 130;
    public const int Terminated = 143;

    /// <summary>The step failures that say the disk is full: of the system, of the engine, of a target.</summary>
    private static readonly string[] DiskFull = ["DE0904", "DE0608", "DE0813"];

    /// <summary>Code and meaning, for the help.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Success, "success, also with warnings"),
        (RunFailed, "the run failed, and nothing was loaded"),
        (Invalid, "definitions or the command line are invalid; nothing was started"),
        (Partial, "partial success: some loads are done, some steps failed"),
        (Environment, "the environment: store in use by another process, corrupt journal, disk full"),
        (Internal, "a fault of this program"),
        (Interrupted, "stopped with Ctrl-C; the same command goes on"),
        (Terminated, "stopped with SIGTERM; the same command goes on"),
    ];

    /// <summary>The code for a run that has ended.</summary>
    public static int Of(RunRecord record) => record.Status switch
    {
        RunStatus.Succeeded or RunStatus.Warned => Success,
        RunStatus.Partial => Partial,
        RunStatus.Failed when record.Steps.Select(step => step.Failure).Append(record.Failure).Any(failure => DiskFull.Contains(failure?.Code)) => Environment,
        RunStatus.Failed or RunStatus.Cancelled or RunStatus.Running => RunFailed,
        _ => throw new ArgumentOutOfRangeException(nameof(record), record.Status, "Not a status of a run."),
    };
}
