using System.Text.Json.Nodes;
using DataEngineer.Definitions.Binding;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Definitions.Binding;

public sealed class ConnectionOptionsTests
{
    private static readonly DataEngineer.Connections.IConnector Database = FakeConnector.All[1];

    [Fact]
    public void TryBind_ResolvedOptions_AreAnInstanceOfTheConnectorsType()
    {
        var options = new JsonObject { ["path"] = "x", ["port"] = 5432, ["password"] = "{{ not a template }}", ["connect_timeout"] = "5s" };

        Assert.True(ConnectionOptions.TryBind(Database, "db", options, out var bound, out var problem));
        Assert.Equal(new FakeDatabaseOptions { Path = "x", Port = 5432, Password = "{{ not a template }}", ConnectTimeout = TimeSpan.FromSeconds(5) }, bound);
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("""{"path": "x", "port": "hunter2"}""", "connection 'db' has port a value that is not shown, which is not a whole number of at most 32 bits.")]
    [InlineData("""{"path": "x", "connect_timeout": "hunter2"}""", "connection 'db' has connect_timeout a value that is not shown, which is not a duration such as 90s, 1h30m, 2d or PT1H30M.")]
    [InlineData("""{"path": "x", "port": 70000}""", "connection 'db' has port a value that is not shown; allowed is 1 to 65535.")]
    [InlineData("""{}""", "connection 'db' has no 'path', which is required.")]
    [InlineData("""{"path": null}""", "path of connection 'db' has no value.")]
    [InlineData("""{"path": ["hunter2"]}""", "path of connection 'db' is a list; it takes text.")]
    public void TryBind_OptionsThatDoNotFit_AreNamedWithoutTheirValues(string json, string expected)
    {
        Assert.False(ConnectionOptions.TryBind(Database, "db", JsonNode.Parse(json)!.AsObject(), out var bound, out var problem));
        Assert.Equal(expected, problem);
        Assert.Null(bound);
    }
}
