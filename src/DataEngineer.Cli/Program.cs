using System.Collections;
using DataEngineer.Cli.Commands;
using DataEngineer.Cli.Hosting;

var variables = Environment.GetEnvironmentVariables()
    .Cast<DictionaryEntry>()
    .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
var isLive = !Console.IsOutputRedirected && Consoles.CanMove(variables);
using var stop = new StopSignals(code =>
{
    if (isLive)
    {
        Console.Out.Write("\u001b[?25h");
    }

    Environment.Exit(code);
});
stop.Listen();
var surroundings = new Surroundings(
    variables,
    Environment.CurrentDirectory,
    noColor => Consoles.Create(Console.Out, !Console.IsOutputRedirected, noColor, variables),
    noColor => Consoles.Create(Console.Error, !Console.IsErrorRedirected, noColor, variables),
    isLive,
    TimeProvider.System,
    stop);
return await new CommandTree(surroundings).InvokeAsync(args);
