using System.Text;
using System.Text.Json.Nodes;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Yaml;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Definitions.Reading;

public sealed class DefinitionReaderTests
{
    [Fact]
    public async Task Read_GoodTree_HasCustomersPipelinesTextsAndFiles()
    {
        var tree = await SomeTree.ReadAsync(SomeTree.Store().With("acme/data/orders/a.csv", "id\n1").With("pipeline.schema.json", "{}").With(".git/config", "x"));

        Assert.Empty(tree.Diagnostics);
        var acme = Assert.Single(tree.Customers).Value;
        Assert.Equal("acme", acme.Id);
        Assert.Equal(("acme/customer.yml", "Europe/Amsterdam"), (acme.Customer.File, acme.Customer.Model.Timezone));
        Assert.Equal("acme/orders.yml", Assert.Single(acme.Pipelines).Value.File);
        Assert.Equal(["customer.yml", "orders.yml", "sql/daily.sql"], acme.Texts.Keys);
        Assert.Equal(["customer.yml", "data/orders/a.csv", "orders.yml", "sql/daily.sql"], acme.Files);
        Assert.Equal(SomeTree.Pipeline, acme.Pipelines["orders"].Text);
    }

    [Fact]
    public async Task Read_Connections_KeepTypeAndOptionsApart()
    {
        var customer = SomeTree.Changed(SomeTree.Customer, "path: warehouse.duckdb", """path: w.duckdb, max_concurrent: 2, port: 5, password: "{{ secrets.PW }}", connect_timeout: 5s""");
        var tree = await SomeTree.ReadAsync(SomeTree.Store(customer: customer));

        var warehouse = tree.Customers["acme"].Customer.Model.Connections["warehouse"];
        Assert.Equal(("duckdb", 2), (warehouse.Type, warehouse.MaxConcurrent));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"path": "w.duckdb", "port": 5, "password": "{{ secrets.PW }}", "connect_timeout": "5s"}"""), warehouse.Options));
    }

    [Fact]
    public async Task Read_BrokenPipeline_LeavesTheOthersWhole()
    {
        var tree = await SomeTree.ReadAsync(SomeTree.Store().With("acme/bad.yml", "version: 1\npipeline: bad\ntag: x").With("acme/worse.yml", "a: [").With("beta/customer.yml", "customer: [").With("beta/x.yml", "version: 2"));

        Assert.Equal(["orders"], tree.Customers["acme"].Pipelines.Keys);
        Assert.Equal(["bad"], tree.Customers["acme"].Incomplete.Keys);
        Assert.DoesNotContain("beta", tree.Customers.Keys);
        Assert.Equal(["acme/bad.yml", "acme/worse.yml", "beta/customer.yml", "beta/x.yml"], tree.Diagnostics.Select(problem => problem.File).Distinct());
    }

    [Fact]
    public async Task Read_CustomerWithProblems_IsKeptApart()
    {
        var tree = await SomeTree.ReadAsync(SomeTree.Store(customer: SomeTree.Customer + "\nquota: {}"));

        Assert.Empty(tree.Customers);
        Assert.Equal("acme", Assert.Single(tree.Incomplete).Key);
    }

    [Fact]
    public async Task Read_HundredMegabytesOfYaml_AreNotRead()
    {
        var store = SomeTree.Store().With("acme/huge.yml", new byte[104 * 1024 * 1024]);

        var tree = await SomeTree.ReadAsync(store);

        Assert.Equal(
            "acme/huge.yml: DE0001: the file has 109051904 bytes; a definition may have 1048576. Split it, or move data out of it.",
            Assert.Single(tree.Diagnostics).ToString());
        Assert.DoesNotContain("acme/huge.yml", store.Reads);
        Assert.Contains("huge.yml", tree.Customers["acme"].Files);
    }

    [Theory]
    [InlineData("acme/sql/huge.sql", DiagnosticCodes.FileTooLarge)]
    [InlineData("acme/scripts/huge.py", DiagnosticCodes.FileTooLarge)]
    [InlineData("acme/data/huge.csv", null)]
    public async Task Read_LargeFiles_AreRefusedWhereTheyAreTexts(string path, string? code)
    {
        var tree = await SomeTree.ReadAsync(SomeTree.Store().With(path, new byte[YamlLimits.Bytes + 1]));

        Assert.Equal(code, tree.Diagnostics.SingleOrDefault()?.Code);
    }

    [Fact]
    public async Task Read_SqlThatIsNotUtf8_IsReported()
    {
        var tree = await SomeTree.ReadAsync(SomeTree.Store().With("acme/sql/latin.sql", Encoding.Latin1.GetBytes("select 'é'")));

        Assert.Equal("acme/sql/latin.sql(1,9): DE0002: the file is not UTF-8 text. Save it as UTF-8.", Assert.Single(tree.Diagnostics).ToString());
        Assert.DoesNotContain("sql/latin.sql", tree.Customers["acme"].Texts.Keys);
    }

    [Fact]
    public async Task Read_YamlBelowOtherFolders_IsTextAndNoPipeline()
    {
        var tree = await SomeTree.ReadAsync(SomeTree.Store().With("acme/contracts/orders.yml", "columns: [").With("acme/contracts/other.yaml", "x"));

        Assert.Empty(tree.Diagnostics);
        Assert.Equal("columns: [", tree.Customers["acme"].Texts["contracts/orders.yml"]);
    }

    [Fact]
    public async Task Read_OtherEnding_SaysToRename()
    {
        var tree = await SomeTree.ReadAsync(SomeTree.Store().With("acme/other.yaml", "version: 1"));

        Assert.Equal("acme/other.yaml: DE0016: only .yml files are read as definitions. Rename it to other.yml.", Assert.Single(tree.Diagnostics).ToString());
    }

    [Fact]
    public async Task Read_FolderWithoutCustomer_SaysSoWhereItHasPipelines()
    {
        var tree = await SomeTree.ReadAsync(new MemoryStore().With("shared/notes.txt", "x").With("beta/orders.yml", SomeTree.Pipeline));

        Assert.Empty(tree.Customers);
        Assert.Equal("beta: DE0015: the folder has pipelines but no customer.yml. Write beta/customer.yml with customer, owner and connections.", Assert.Single(tree.Diagnostics).ToString());
    }

    [Fact]
    public async Task Read_EmptyStore_IsAnEmptyTree()
    {
        var tree = await SomeTree.ReadAsync(new MemoryStore());

        Assert.Empty(tree.Customers);
        Assert.Empty(tree.Diagnostics);
    }

    [Fact]
    public async Task Read_SecretWrittenOut_NeverAppearsInAMessage()
    {
        var customer = SomeTree.Changed(SomeTree.Customer, "path: warehouse.duckdb", "path: [hunter2], port: hunter2, password: hunter2, api_key: hunter2, url: 'x://me:hunter2@h'");
        var found = await SomeTree.ValidateAsync(SomeTree.Store(customer: SomeTree.Changed(customer, "port: hunter2, ", "")));

        Assert.NotEmpty(found);
        Assert.DoesNotContain(found, problem => problem.ToString().Contains("hunter2", StringComparison.Ordinal));
    }
}
