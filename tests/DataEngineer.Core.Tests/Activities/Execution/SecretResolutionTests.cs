using System.Text.Json.Nodes;
using DataEngineer.Activities.Execution;
using DataEngineer.Connections.Secrets;
using DataEngineer.Failures;
using DataEngineer.Plans;

namespace DataEngineer.Core.Tests.Activities.Execution;

public sealed class SecretResolutionTests
{
    private readonly VariableSecretSource _secrets = new(name => name switch
    {
        "DATAENG_SECRET_ACME_PG_PASSWORD" => "s3cr{{ secrets.USER }}",
        "DATAENG_SECRET_ACME_USER" => "ann",
        _ => null,
    });

    [Fact]
    public async Task Resolve_FillsEveryDepth_AndLeavesThePlanAlone()
    {
        var options = JsonNode.Parse("""{"user": "{{ secrets.USER }}", "auth": {"keys": ["x-{{secrets.USER}}-{{ secrets.PG_PASSWORD }}", 1, true, null]}}""")!.AsObject();
        var before = options.ToJsonString();
        var resolved = await ResolveAsync(options);
        Assert.Equal("ann", (string?)resolved["user"]);
        Assert.Equal("x-ann-s3cr{{ secrets.USER }}", (string?)resolved["auth"]!["keys"]![0]);
        Assert.Equal(1, (int?)resolved["auth"]!["keys"]![1]);
        Assert.Equal(before, options.ToJsonString());
    }

    [Fact]
    public async Task Resolve_UnknownSecret_NamesItAndWhereToSetIt()
    {
        var e = await Assert.ThrowsAsync<StepFailedException>(() => ResolveAsync(JsonNode.Parse("""{"user": "{{ secrets.NOPE }}"}""")!.AsObject()));
        Assert.Equal((FailureClass.Permission, false), (e.Failure.Class, e.Failure.Transient));
        Assert.Equal("Connection 'db' needs the secret 'NOPE', and customer 'acme' has none of that name.", e.Failure.Message);
        Assert.Contains("DATAENG_SECRET_ACME_NOPE", e.Failure.Next, StringComparison.Ordinal);
    }

    private async Task<JsonObject> ResolveAsync(JsonObject options)
    {
        var connections = new Dictionary<string, PlannedConnection>(StringComparer.Ordinal) { ["db"] = new("db", "postgres", options) };
        var resolved = await SecretResolution.ResolveAsync(connections, "acme", _secrets, TestContext.Current.CancellationToken);
        return resolved["db"].Options;
    }
}
