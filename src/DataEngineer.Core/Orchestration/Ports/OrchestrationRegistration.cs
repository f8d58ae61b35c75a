namespace DataEngineer.Orchestration.Ports;

/// <summary>A named orchestration; <paramref name="Run"/> returns its output, serialised by the host.</summary>
public sealed record OrchestrationRegistration(string Name, Func<IOrchestrationContext, Task<object?>> Run)
{
    /// <summary>Registers a typed orchestration.</summary>
    public static OrchestrationRegistration Of<TOutput>(string name, Func<IOrchestrationContext, Task<TOutput>> run) =>
        new(name, async context => await run(context));
}
