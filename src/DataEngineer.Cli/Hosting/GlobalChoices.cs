namespace DataEngineer.Cli.Hosting;

/// <summary>The options that every command has.</summary>
/// <param name="Given">Those folders that were named on the command line, to be repeated in commands that are suggested.</param>
internal sealed record GlobalChoices(
    string Pipelines, string Store, bool NoColor, bool Verbose, IReadOnlyList<(string Name, string Value)> Given);
