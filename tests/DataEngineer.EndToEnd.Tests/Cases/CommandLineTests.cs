using DataEngineer.EndToEnd.Tests.Processes;

namespace DataEngineer.EndToEnd.Tests.Cases;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("run acme/sohp", 2, "Did you mean 'acme/shop'?")]
    [InlineData("run nobody", 2, "does not name a pipeline")]
    [InlineData("run pipelines/acme/none.yml", 2, "There is no file")]
    [InlineData("run acme/shop --interval 2026-01-01", 2, "has no schedule")]
    [InlineData("run acme/shop --var x", 2, "NAME=VALUE")]
    [InlineData("run acme/shop --var x=1", 2, "DE0420")]
    [InlineData("run acme/shop --limt 3", 2, "'--limt' is not an option here.")]
    [InlineData("run", 2, "PIPELINE is missing")]
    [InlineData("--pipelines nowhere run acme/shop", 2, "There is no pipelines folder 'nowhere'")]
    [InlineData("rnu acme/shop", 2, "Did you mean 'run'?")]
    [InlineData("runs show acme/shop", 2, "has no runs")]
    [InlineData("runs show acme.shop.manual-0001.1", 2, "has no runs")]
    [InlineData("runs show nothing", 2, "neither a run's id")]
    [InlineData("runs list --limit 0", 2, "it must be a whole number from 1")]
    [InlineData("runs list", 0, "No runs in .dataeng.")]
    [InlineData("preview acme/shop daily", 2, "has no runs")]
    [InlineData("retry acme/shop", 2, "has no runs")]
    [InlineData("validate nowhere", 2, "There is nothing at 'nowhere'")]
    [InlineData("validate acme/shop", 0, "No problems.")]
    [InlineData("validate pipelines/acme", 0, "No problems.")]
    [InlineData("validate pipelines/acme/shop.yml", 0, "No problems.")]
    [InlineData("--help", 0, "130  stopped with Ctrl-C")]
    [InlineData("run --help", 0, "--interval <INTERVAL>")]
    public async Task Line_AnswersWithItsCodeAndWords_AndTouchesNothing(string line, int exitCode, string words)
    {
        using var shop = Shop.Workspace();
        (await InProcess.RunAsync(shop.Path(""), line.Split(' '))).With(exitCode).Says(words);
        Assert.Empty(shop.Files(".dataeng"));
    }

    [Fact]
    public async Task CorruptJournal_IsNotTouched()
    {
        using var shop = Shop.Workspace().Write(".dataeng/journal.db", "This is no journal. It is long enough to have a header, but no header is in it. " + new string('x', 5000));
        var before = File.ReadAllBytes(shop.Path(".dataeng/journal.db"));
        (await shop.RunAsync("run", "acme/shop")).With(4).Says("journal.db' cannot be used");
        Assert.Equal(before, File.ReadAllBytes(shop.Path(".dataeng/journal.db")));
    }

    [Fact]
    public async Task StoreOption_IsRepeatedInTheNextCommand()
    {
        using var demo = Workspace.OfDemo();
        (await demo.RunAsync("run", "demo/weather", "-i", "2012-03", "--store", "my state")).With(0).Says("Next  dataeng preview demo/weather city_months --store 'my state'");
    }

    [Fact]
    public async Task BadDefinition_IsReportedInEveryFormat()
    {
        using var shop = Workspace.OfShop("version: 1\npipeline: shop\nextract: {orders: {conection: files, file: {path: orders.csv}}}\n");
        (await shop.RunAsync("validate")).With(2).Says("pipelines/acme/shop.yml(3,20): error DE0101").Says("Did you mean 'connection'?").Says("1 file.");
        (await shop.RunAsync("validate", "--format", "json")).With(2).Says("\"file\": \"pipelines/acme/shop.yml\"");
        (await shop.RunAsync("validate", "--format", "sarif", "--output", "report.sarif")).With(2).Says("Written to report.sarif.");
        Assert.Contains("\"uri\": \"acme/shop.yml\"", File.ReadAllText(shop.Path("report.sarif")), StringComparison.Ordinal);
    }
}
