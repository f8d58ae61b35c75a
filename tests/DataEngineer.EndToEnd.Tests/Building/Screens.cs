using Spectre.Console.Testing;

namespace DataEngineer.EndToEnd.Tests.Building;

/// <summary>Consoles whose text is compared.</summary>
internal static class Screens
{
    public static TestConsole Of(int width)
    {
        var console = new TestConsole().Width(width);
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    /// <summary>The lines without the spaces at their ends, and without empty lines before and after.</summary>
    public static string Text(this TestConsole console) => Text(console.Output);

    public static string Text(string output) =>
        string.Join('\n', output.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n');
}
