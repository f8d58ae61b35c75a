using DataEngineer.Connections;

namespace DataEngineer.Cli.Summaries;

/// <summary>One load of a run.</summary>
/// <param name="Reused">True where an earlier run of the same interval had done it.</param>
internal sealed record StepLoad(string Step, LoadReport Report, bool Reused);
