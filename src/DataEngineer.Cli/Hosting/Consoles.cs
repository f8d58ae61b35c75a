using Spectre.Console;

namespace DataEngineer.Cli.Hosting;

/// <summary>Makes consoles for the process's streams: with signs and colours for a terminal, plain and wide for everything else.</summary>
internal static class Consoles
{
    private const int WidthOfFiles = 160;

    /// <param name="isTerminal">True where a person reads the stream.</param>
    public static IAnsiConsole Create(TextWriter writer, bool isTerminal, bool noColor, IReadOnlyDictionary<string, string> variables)
    {
        var colours = isTerminal && !noColor && string.IsNullOrEmpty(variables.GetValueOrDefault("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (!isTerminal)
        {
            console.Profile.Width = WidthOfFiles;
        }

        return console;
    }

    /// <summary>False for a terminal that says that it can do nothing but print.</summary>
    public static bool CanMove(IReadOnlyDictionary<string, string> variables) => variables.GetValueOrDefault("TERM") is not "dumb";
}
