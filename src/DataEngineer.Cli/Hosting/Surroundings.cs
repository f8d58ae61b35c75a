using Spectre.Console;

namespace DataEngineer.Cli.Hosting;

/// <summary>What the process was started in; the one place where a command sees the machine.</summary>
/// <param name="Variables">The environment's variables.</param>
/// <param name="Folder">Full path of the current folder.</param>
/// <param name="Out">Makes the console of results; told whether colours are unwanted.</param>
/// <param name="Error">The same for messages.</param>
/// <param name="IsLive">True where a person sees results at a terminal whose cursor can be moved.</param>
internal sealed record Surroundings(
    IReadOnlyDictionary<string, string> Variables,
    string Folder,
    Func<bool, IAnsiConsole> Out,
    Func<bool, IAnsiConsole> Error,
    bool IsLive,
    TimeProvider Time,
    StopSignals Stop);
