namespace DataEngineer.Cli.Summaries;

/// <summary>A sentence that a step has for a person.</summary>
internal sealed record StepWarning(string Step, string Message);
