using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Conformance;

/// <summary>One durable host under test. An implementation plugs in with this and one line for each behaviour class.</summary>
public interface IDurableHostFixture : IAsyncDisposable
{
    /// <summary>The client of the host that runs now.</summary>
    IOrchestrationClient Client { get; }

    /// <summary>The host's time.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Starts a host with empty state.</summary>
    Task StartHostAsync(DurableCatalog catalog);

    /// <summary>Ends the host as a killed process would end, and starts another on the same state.</summary>
    Task RestartHostAsync(DurableCatalog catalog);

    /// <summary>Lets that much of the host's time pass; a host with real time waits.</summary>
    Task PassTimeAsync(TimeSpan span);
}
