using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Conformance;

/// <summary>What all behaviour classes share: one host a test, and words to drive it.</summary>
public abstract class DurableBehaviour(IDurableHostFixture fixture) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Says when the host runs; null while it has not been started.</summary>
    protected DurableCatalog? Catalog { get; private set; }

    protected IDurableHostFixture Fixture => fixture;

    protected IOrchestrationClient Client => fixture.Client;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await fixture.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Completes or throws, but does not hang.</summary>
    protected static Task<T> Soon<T>(Task<T> task) => task.WaitAsync(Patience, Token);

    /// <summary>Completes or throws, but does not hang.</summary>
    protected static Task Soon(Task task) => task.WaitAsync(Patience, Token);

    /// <summary>Waits until the condition holds.</summary>
    protected static async Task Until(Func<Task<bool>> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        while (!await condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), patience.Token);
        }
    }

    /// <summary>Waits until the condition holds.</summary>
    protected static Task Until(Func<bool> condition) => Until(() => Task.FromResult(condition()));

    protected Task Host(CatalogBuilder catalog)
    {
        Catalog = catalog.Build();
        return fixture.StartHostAsync(Catalog);
    }

    /// <summary>Crashes the host and starts another with the same catalog, or with a changed one.</summary>
    protected Task Restart(CatalogBuilder? changed = null) => fixture.RestartHostAsync(changed?.Build() ?? Catalog!);

    protected Task<bool> Start(string name, string id, object? input = null) => Client.StartAsync(name, id, input, Token);

    protected Task<OrchestrationInstance> Wait(string id) => Soon(Client.WaitForCompletionAsync(id, Token));

    /// <summary>Starts an instance and waits for its end, whatever that is.</summary>
    protected async Task<OrchestrationInstance> Run(string name, string id, object? input = null)
    {
        Assert.True(await Start(name, id, input));
        return await Wait(id);
    }

    /// <summary>Waits for the end, demands that it is a completion, and reads the output.</summary>
    protected async Task<T> Output<T>(string id)
    {
        var ended = await Wait(id);
        Assert.True(ended.Status == OrchestrationStatus.Completed, $"{ended.Status}: {ended.Failure}");
        return ended.ReadOutput<T>()!;
    }

    protected async Task<OrchestrationInstance> Get(string id) =>
        await Client.GetAsync(id, Token) ?? throw new InvalidOperationException($"There is no instance '{id}'.");

    protected Task UntilStatus(string id, OrchestrationStatus status) => Until(async () => (await Get(id)).Status == status);

    /// <summary>Waits until the orchestration has said, by custom status, that it is at this point.</summary>
    protected Task UntilAt(string id, string point) => Until(async () => (await Get(id)).ReadCustomStatus<string>() == point);
}
