using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Conformance;

/// <summary>Builds a catalog in a test's own words.</summary>
public sealed class CatalogBuilder
{
    private readonly List<OrchestrationRegistration> _orchestrations = [];
    private readonly List<ActivityRegistration> _activities = [];

    /// <summary>Adds an orchestration.</summary>
    public CatalogBuilder Orchestration<TOutput>(string name, Func<IOrchestrationContext, Task<TOutput>> run)
    {
        _orchestrations.Add(OrchestrationRegistration.Of(name, run));
        return this;
    }

    /// <summary>Adds an activity.</summary>
    public CatalogBuilder Activity<TInput, TOutput>(string name, Func<IActivityContext, TInput, CancellationToken, Task<TOutput>> run)
    {
        _activities.Add(ActivityRegistration.Of(name, run));
        return this;
    }

    /// <summary>Adds an activity that needs neither context nor waiting.</summary>
    public CatalogBuilder Activity<TInput, TOutput>(string name, Func<TInput, TOutput> run) =>
        Activity<TInput, TOutput>(name, (_, input, _) => Task.FromResult(run(input)));

    /// <summary>The catalog.</summary>
    public DurableCatalog Build() => new(_orchestrations, _activities);
}
