using DataEngineer.Api.Runs;
using DataEngineer.Operations;
using DataEngineer.Store;
using DataEngineer.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DataEngineer.Api.Tests;

/// <summary>The handlers behind the framework's own server, on a free port of loopback.</summary>
public sealed class ApiServer : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("api-").FullName;
    private WebApplication? _app;

    public FakeOrchestrationClient Runs { get; } = new();

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        var runs = new RunService(Runs, new FolderStores(_folder), TimeProvider.System);
        _app.MapPost("/api/customers/{customer}/pipelines/{pipeline}/runs", (string customer, string pipeline, HttpRequest request, CancellationToken stop) =>
            RunsApi.StartAsync(runs, customer, pipeline, request, stop));
        _app.MapGet("/api/runs/{run}", (string run, CancellationToken stop) => RunsApi.ShowAsync(runs, run, stop));
        await _app.StartAsync();
        Client.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
