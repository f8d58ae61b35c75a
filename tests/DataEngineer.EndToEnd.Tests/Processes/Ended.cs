using DataEngineer.EndToEnd.Tests.Building;

namespace DataEngineer.EndToEnd.Tests.Processes;

/// <summary>A process that has ended.</summary>
internal sealed record Ended(int ExitCode, string Output, string Error)
{
    /// <summary>Both streams, for the message of a failing test.</summary>
    public string All => $"exit {ExitCode}\n{Screens.Text(Output)}\n{Screens.Text(Error)}";

    /// <summary>Itself, once it is sure that it ended as expected.</summary>
    public Ended With(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"Expected exit code {exitCode}.\n{All}");
        return this;
    }

    public Ended Says(string text)
    {
        Assert.True((Output + Error).Contains(text, StringComparison.Ordinal), $"Expected the words: {text}\n{All}");
        return this;
    }
}
