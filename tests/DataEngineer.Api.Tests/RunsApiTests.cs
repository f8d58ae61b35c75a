using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Api.Tests;

public sealed class RunsApiTests : IAsyncLifetime
{
    private const string Orders = "/api/customers/acme/pipelines/orders/runs";

    private readonly ApiServer _server = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Start_WithoutBody_IsAcceptedWithIdAndLocation()
    {
        var (status, body, location) = await PostAsync(Orders, null);
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal("acme.orders.manual-0001.1", (string?)body["run"]);
        Assert.False((bool)body["resumed"]!);
        Assert.Equal("/api/runs/acme.orders.manual-0001.1", location);
        Assert.Contains("acme.orders.manual-0001.1", _server.Runs.Instances.Keys);
    }

    [Fact]
    public async Task Start_WithIntervalAndVariables_PassesThemOn()
    {
        const string Order = """{"interval": {"start": "2026-01-31T00:00:00+01:00", "end": "2026-02-01T00:00:00+01:00", "timezone": "Europe/Amsterdam"}, "variables": {"region": "EU", "limit": 5}}""";
        var (status, body, _) = await PostAsync(Orders, Order);
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal("acme.orders.20260130T230000Z.1", (string?)body["run"]);
        var request = JsonNode.Parse(_server.Runs.Instances["acme.orders.20260130T230000Z.1"].Input!)!;
        Assert.Equal("""{"region":"EU","limit":5}""", request["variables"]!.ToJsonString());
        Assert.Equal("manual", (string?)request["trigger"]);
    }

    [Fact]
    public async Task Start_WhileOneRuns_IsTheSameRun()
    {
        await PostAsync(Orders, null);
        var (status, body, _) = await PostAsync(Orders, "{}");
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal("acme.orders.manual-0001.1", (string?)body["run"]);
        Assert.True((bool)body["resumed"]!);
    }

    [Fact]
    public async Task Start_WhileOneRunsWithOtherVariables_IsAConflict()
    {
        await PostAsync(Orders, """{"variables": {"region": "EU"}}""");
        var (status, body, _) = await PostAsync(Orders, """{"variables": {"region": "US"}}""");
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("'acme.orders.manual-0001.1' is unfinished", (string?)body["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/customers/Acme/pipelines/orders/runs")]
    [InlineData("/api/customers/acme/pipelines/a.b/runs")]
    [InlineData("/api/customers/a%2Fb/pipelines/orders/runs")]
    [InlineData("/api/customers/acme%0A/pipelines/orders/runs")]
    [InlineData("/api/customers/acme/pipelines/%2e%2e%2fx/runs")]
    public async Task Start_NamesThatAreNone_AreRefused(string path)
    {
        var (status, body, _) = await PostAsync(path, null);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("Customer and pipeline are names of the form ^[a-z][a-z0-9_]{0,62}$.", (string?)body["detail"]);
        Assert.Empty(_server.Runs.Instances);
    }

    [Theory]
    [InlineData("""{"intervall": null}""", "$")]
    [InlineData("""{"interval": "today"}""", "$.interval")]
    [InlineData("""{"variables": {"region": ["EU"]}}""", "$.variables")]
    [InlineData("not json", "$")]
    [InlineData("[]", "$")]
    public async Task Start_ABodyThatIsNoOrder_SaysWhereToLook(string order, string where)
    {
        var (status, body, _) = await PostAsync(Orders, order);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith($"The body is not a run order: look at {where}", (string?)body["detail"], StringComparison.Ordinal);
        Assert.Empty(_server.Runs.Instances);
    }

    [Fact]
    public async Task Start_ABodyOverItsLimit_IsRefused()
    {
        var (status, _, _) = await PostAsync(Orders, "{\"variables\": {\"region\": \"" + new string('x', 65_536) + "\"}}");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
    }

    [Fact]
    public async Task Show_ARunUnderWay_IsItsRecord()
    {
        await PostAsync(Orders, null);
        var (status, body) = await GetAsync("/api/runs/acme.orders.manual-0001.1");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("running", (string?)body["status"]);
        Assert.Equal("orders", (string?)body["run"]!["pipeline"]);
    }

    [Fact]
    public async Task Show_ARunThatBroke_SaysWhy()
    {
        await PostAsync(Orders, null);
        _server.Runs.End("acme.orders.manual-0001.1", OrchestrationStatus.Failed, failure: new OrchestrationFailure("System.Exception", "broken"));
        var (_, body) = await GetAsync("/api/runs/acme.orders.manual-0001.1");
        Assert.Equal("failed", (string?)body["status"]);
        Assert.Equal("DE0907", (string?)body["failure"]!["code"]);
    }

    [Theory]
    [InlineData("acme.orders.manual-0009.1")]
    [InlineData("acme.orders.manual-0001.0")]
    [InlineData("nonsense")]
    [InlineData("acme.orders.x%2Fy.1")]
    [InlineData("a%2Fb.orders.manual-0001.1")]
    [InlineData("acme%0A.orders.manual-0001.1")]
    public async Task Show_NoRun_IsNotFound(string run)
    {
        var (status, body) = await GetAsync("/api/runs/" + run);
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal(404, (int)body["status"]!);
    }

    private async Task<(HttpStatusCode Status, JsonNode Body, string? Location)> PostAsync(string path, string? order)
    {
        using var content = order is null ? null : new StringContent(order, Encoding.UTF8, "application/json");
        using var response = await _server.Client.PostAsync(new Uri(path, UriKind.Relative), content, Stop);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!, response.Headers.Location?.ToString());
    }

    private async Task<(HttpStatusCode Status, JsonNode Body)> GetAsync(string path)
    {
        using var response = await _server.Client.GetAsync(new Uri(path, UriKind.Relative), Stop);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!);
    }
}
