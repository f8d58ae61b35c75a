using DataEngineer.Failures;

namespace DataEngineer.Activities.Execution;

/// <summary>What an input or output error of the operating system means for a step.</summary>
internal static class IoFailures
{
    private const int NoSpaceLeftOnUnix = 28;
    private const int QuotaExceededOnUnix = 122;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);

    public static Failure Of(string step, IOException e) =>
        IsDiskFull(e)
            ? new Failure("DE0904", FailureClass.Quota, Transient: true, $"Step '{step}' found the disk full: {e.Message}", "Free space on the disk of the state folder, then retry the run.")
            : new Failure("DE0905", FailureClass.Infrastructure, Transient: true, $"Step '{step}' could not read or write: {e.Message}", "Look at the disk or network it names, then retry the run.");

    public static bool IsDiskFull(IOException e) => e.HResult is NoSpaceLeftOnUnix or QuotaExceededOnUnix or DiskFullOnWindows;
}
