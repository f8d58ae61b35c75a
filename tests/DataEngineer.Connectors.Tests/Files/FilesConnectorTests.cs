using DataEngineer.Connections;
using DataEngineer.Connectors.Files;
using DataEngineer.Failures;
using DataEngineer.Store;
using DataEngineer.Testing;

namespace DataEngineer.Connectors.Tests.Files;

public sealed class FilesConnectorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FilesConnectorTests()
    {
        foreach (var path in new[] { "data/a.csv", "data/b.csv", "data/B.csv", "data/.hidden.csv", "data/in/c.csv", "data/in/deep/d.csv", "data/in/x[1].csv", "data/2026-01.json", "customer.yml", "other/e.csv" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder[$"acme/{path}"])!);
            File.WriteAllText(_folder[$"acme/{path}"], path);
        }

        Directory.CreateDirectory(_folder["globex/data"]);
        File.WriteAllText(_folder["globex/data/secret.csv"], "secret");
        Directory.CreateSymbolicLink(_folder["acme/data/link"], _folder["globex/data"]);
        File.CreateSymbolicLink(_folder["acme/data/link.csv"], _folder["globex/data/secret.csv"]);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a.csv", "a.csv")]
    [InlineData("nothing.csv", "")]
    [InlineData("*.csv", "B.csv a.csv b.csv")]
    [InlineData("?.csv", "B.csv a.csv b.csv")]
    [InlineData("[ab].csv", "")]
    [InlineData("in/x[1].csv", "in/x[1].csv")]
    [InlineData("in/*", "in/c.csv in/x[1].csv")]
    [InlineData("**/*.csv", "B.csv a.csv b.csv in/c.csv in/deep/d.csv in/x[1].csv")]
    [InlineData("**", "2026-01.json B.csv a.csv b.csv in/c.csv in/deep/d.csv in/x[1].csv")]
    [InlineData("in/**", "in/c.csv in/deep/d.csv in/x[1].csv")]
    [InlineData("*/deep/*.csv", "in/deep/d.csv")]
    [InlineData("2026-??.json", "2026-01.json")]
    [InlineData(".*.csv", ".hidden.csv")]
    [InlineData("link/*.csv", "")]
    [InlineData("link/secret.csv", "")]
    [InlineData("link.csv", "")]
    [InlineData("in", "")]
    public async Task Find_GivesMatchesInOrdinalOrder(string pattern, string paths) =>
        Assert.Equal(paths, string.Join(' ', (await Open("data").FindAsync(pattern, Stop)).Select(entry => entry.Path)));

    [Theory]
    [InlineData("../globex/data/secret.csv")]
    [InlineData("/etc/passwd")]
    [InlineData("in/../../customer.yml")]
    [InlineData("in\\c.csv")]
    [InlineData("")]
    public async Task Path_ThatLeavesTheFolder_IsRefused(string path)
    {
        foreach (var act in new Func<Task>[] { () => Open("data").FindAsync(path, Stop), () => Open("data").FetchAsync(path, Stop) })
        {
            var failure = (await Assert.ThrowsAsync<StepFailedException>(act)).Failure;
            Assert.Equal(("DE0505", FailureClass.Definition), (failure.Code, failure.Class));
            Assert.Equal(
                $"Connection 'files' was given path '{path}'; allowed is a relative path with forward slashes that stays below the customer's folder, without '..'.",
                failure.Message);
        }
    }

    [Theory]
    [InlineData("..")]
    [InlineData("/tmp")]
    [InlineData("../globex/data")]
    public void Root_ThatLeavesTheFolder_IsRefused(string root) =>
        Assert.Equal("DE0505", Assert.Throws<StepFailedException>(() => Open(root)).Failure.Code);

    [Theory]
    [InlineData(".", "other/e.csv")]
    [InlineData("./other/", "e.csv")]
    [InlineData("other", "e.csv")]
    public async Task Root_IsWhatPathsAreRelativeTo(string root, string path)
    {
        await using var file = await Open(root).FetchAsync(path, Stop);
        Assert.Equal("other/e.csv", await File.ReadAllTextAsync(file.LocalPath, Stop));
    }

    [Theory]
    [InlineData("gone.csv")]
    [InlineData("link.csv")]
    [InlineData("link/secret.csv")]
    public async Task Fetch_OfNoFile_IsMissingData(string path)
    {
        var failure = (await Assert.ThrowsAsync<StepFailedException>(() => Open("data").FetchAsync(path, Stop))).Failure;
        Assert.Equal(("DE0501", FailureClass.MissingData, $"Connection 'files' has no file '{path}' any more."), (failure.Code, failure.Class, failure.Message));
    }

    [Fact]
    public void Connector_ReadsFilesAndTakesNoLoads()
    {
        var connector = new FilesConnector();
        Assert.Equal(("files", true, false, 8), (connector.Type, connector.Capabilities.ReadsFiles, connector.Capabilities.TakesLoads, connector.Capabilities.DefaultMaxConcurrent));
        Assert.Null(((IConnector)connector).OpenTarget(new FilesOptions(), Scope()));
        Assert.Equal("data", new FilesOptions().Root);
        Assert.Contains(ConnectorCatalog.All, known => known is FilesConnector);
    }

    public void Dispose() => _folder.Dispose();

    private IFileSource Open(string root) => new FilesConnector().OpenFiles(new FilesOptions { Root = root }, Scope());

    private ConnectionScope Scope() => new("acme", "files", new FolderStore(_folder["acme"], _folder["temp"]), new FolderStore(_folder["state"], _folder["temp"]));
}
