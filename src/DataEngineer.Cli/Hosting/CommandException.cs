namespace DataEngineer.Cli.Hosting;

/// <summary>Ends the command with a message for a person and an exit code.</summary>
internal sealed class CommandException(int exitCode, string message, string? next = null, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;

    /// <summary>What to do or type next, or null.</summary>
    public string? Next { get; } = next;
}
