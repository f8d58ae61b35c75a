namespace DataEngineer.Cli.Display;

/// <summary>Where a step is, as far as this process has heard.</summary>
internal enum StepPhase
{
    Waiting,
    Running,
    Retrying,
    Done,
    Warned,
    Failed,
}
