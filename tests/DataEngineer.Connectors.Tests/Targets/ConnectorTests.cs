using DataEngineer.Connections;
using DataEngineer.Connectors.DuckDb;
using DataEngineer.Connectors.Lake;
using DataEngineer.Definitions.Model;
using DataEngineer.Failures;
using DataEngineer.Store;
using DataEngineer.Testing;

namespace DataEngineer.Connectors.Tests.Targets;

public sealed class ConnectorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> BadPaths => ["", ".", "..", "../x", "a/../x", "/etc/x", "a//b", "a/", "C:/x", "a\\b", "a;b", "a=b", "a'b", "a\nb", " a", "~/x", "*.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Catalog_ListsTypesOnceInOrder()
    {
        var types = ConnectorCatalog.All.Select(connector => connector.Type).ToList();
        Assert.Equal(types.Distinct().Order(StringComparer.Ordinal), types);
        Assert.Contains("duckdb", types);
        Assert.Contains("lake", types);
    }

    [Theory]
    [InlineData("duckdb", 1)]
    [InlineData("lake", 4)]
    public void Capabilities_AreEveryDispositionAndStrategy(string type, int concurrent)
    {
        var capabilities = ConnectorCatalog.All.First(connector => connector.Type == type).Capabilities;
        Assert.Equal(Enum.GetValues<WriteDisposition>(), capabilities.WriteDispositions.Order());
        Assert.Equal(Enum.GetValues<MergeStrategy>(), capabilities.MergeStrategies.Order());
        Assert.Equal((false, concurrent), (capabilities.ReadsFiles, capabilities.DefaultMaxConcurrent));
    }

    [Theory]
    [MemberData(nameof(BadPaths))]
    public void DuckDbPath_ThatLeavesItsFolderOrIsOdd_IsADefinitionFailure(string path)
    {
        var failure = Assert.Throws<StepFailedException>(() => new DuckDbConnector().OpenTarget(new DuckDbOptions { Path = path }, Scope())).Failure;
        Assert.Equal(("DE0830", FailureClass.Definition, false), (failure.Code, failure.Class, failure.Transient));
        Assert.Equal(
            $"connection 'warehouse' of acme: path '{path}' cannot be a database file. Allowed: a path relative to targets/ of the customer's store, forward slashes, of letters, digits, _ . - and blanks, without '..'.",
            failure.Message);
    }

    [Theory]
    [MemberData(nameof(BadPaths))]
    public void LakeRoot_ThatLeavesItsFolderOrIsOdd_IsADefinitionFailure(string root)
    {
        var failure = Assert.Throws<StepFailedException>(() => new LakeConnector().OpenTarget(new LakeOptions { Root = root }, Scope())).Failure;
        Assert.Equal(("DE0840", FailureClass.Definition, false), (failure.Code, failure.Class, failure.Transient));
    }

    [Fact]
    public async Task DuckDbPath_InAFolder_IsBelowTargets()
    {
        using var bench = new DuckDbBench();
        var target = new DuckDbConnector().OpenTarget(new DuckDbOptions { Path = "marts/sales 2026.duckdb" }, Scope());
        await target.LoadAsync(bench.Request(LoadCase.Append((1, 10))), TestContext.Current.CancellationToken);
        Assert.True(File.Exists(_folder["store/targets/marts/sales 2026.duckdb"]));
    }

    [Fact]
    public void DuckDb_OnAStoreThatIsNoFolder_IsADefinitionFailure()
    {
        var scope = Scope() with { Store = new RemoteStore(Scope().Store) };
        var failure = Assert.Throws<StepFailedException>(() => new DuckDbConnector().OpenTarget(new DuckDbOptions { Path = "w.duckdb" }, scope)).Failure;
        Assert.Equal(("DE0831", FailureClass.Definition), (failure.Code, failure.Class));
        Assert.Equal("connection 'warehouse' of acme: a DuckDB database needs a folder of this machine, and the customer's store container acme is none.", failure.Message);
        Assert.StartsWith("Use type: lake", failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_HoldNoFilesToExtract()
    {
        Assert.Null(new DuckDbConnector().OpenFiles(new DuckDbOptions { Path = "w.duckdb" }, Scope()));
        Assert.Null(new LakeConnector().OpenFiles(new LakeOptions { Root = "lake" }, Scope()));
    }

    private ConnectionScope Scope()
    {
        var store = new FolderStore(_folder["store"], _folder["temp"]);
        return new ConnectionScope("acme", "warehouse", store, store);
    }
}
