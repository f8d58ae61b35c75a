using System.IO.Compression;
using System.Text;
using DataEngineer.EndToEnd.Tests.Processes;

namespace DataEngineer.EndToEnd.Tests.Cases;

public sealed class BadInputTests
{
    private const string Good = "id,day,amount\n1,2026-01-01,1.5\n";

    public static TheoryData<string, string, byte[]?, string, string> Files => new()
    {
        { "orders.csv", "", null, "DE0501", "has no file 'orders.csv'" },
        { "orders.csv", "", [], "DE0503", "orders.csv is empty" },
        { "orders.csv", "", Encoding.UTF8.GetBytes("id,day,amount\n1,2026-01-01,1.5\n2,2026-01-02\n3,2026-01-03,1,1,1\n"), "DE0513", "orders.csv(3)" },
        { "orders.csv", "", [.. Encoding.UTF8.GetBytes("id,day,amount\n1,2026-01-01,caf"), 0xE9, (byte)'\n'], "DE0513", "orders.csv(2): the bytes are not UTF-8" },
        { "orders.csv", "columns: {id: INTEGER, amount: INTEGER}", Encoding.UTF8.GetBytes("id,day,amount\n1,2026-01-01,much\n"), "DE0513", "orders.csv(2)" },
        { "orders.csv", "columns: {number: INTEGER}", Encoding.UTF8.GetBytes(Good), "DE0508", "columns names 'number'" },
        { "orders.ndjson", "", Encoding.UTF8.GetBytes("{\"id\": 1, \"day\": \"2026-01-01\", \"amount\": 1.5}\n{\"id\": \n"), "DE0513", "orders.ndjson(2)" },
        { "orders.parquet", "", Encoding.UTF8.GetBytes("PAR1 this is no parquet file PAR1"), "DE0506", "orders.parquet" },
        { "orders.csv.gz", "", Gzip(Good)[..20], "DE0506", "orders.csv.gz" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task BadFile_FailsWithItsCode_AndLoadsNothing(string file, string extra, byte[]? content, string code, string words)
    {
        using var shop = Workspace.OfShop(Pipeline($"{{connection: files, file: {{path: {file}}}{(extra.Length > 0 ? ", " + extra : "")}}}", "select * from orders"));
        if (content is not null)
        {
            shop.Write($"pipelines/acme/data/{file}", content);
        }

        var run = (await shop.RunAsync("run", "acme/shop")).With(1).Says(code).Says(words).Says("acme/shop failed").Says("Next  dataeng retry acme.shop.manual-0001.1");
        Assert.DoesNotContain("   at DataEngineer", run.All, StringComparison.Ordinal);
        Assert.Empty(shop.Files(".dataeng/customers/acme/targets"));
        Assert.Empty(shop.Files(".dataeng/customers/acme/staged"));
        Assert.Empty(shop.Files(".dataeng/temp"));
    }

    [Theory]
    [InlineData("select id, amuont from orders", "Did you mean", 1, "extract.orders")]
    [InlineData("select id + day as x from orders", "DE06", 1, "extract.orders")]
    public async Task BadColumnOrType_FailsTheStepWhereItIsWritten(string sql, string words, int exitCode, string before)
    {
        using var shop = Workspace.OfShop(Pipeline("{connection: files, file: {path: orders.csv}}", sql)).Write("pipelines/acme/data/orders.csv", Good);
        (await shop.RunAsync("run", "acme/shop")).With(exitCode).Says(words).Says("shop.yml").Says($"{before}                done");
        Assert.Empty(shop.Files(".dataeng/customers/acme/targets"));
    }

    [Theory]
    [InlineData("select id, from from orders", "pipelines/acme/shop.yml(9,", "DE0401")]
    [InlineData("select * from daily", "pipelines/acme/shop.yml(9,", "daily")]
    [InlineData("select * from nowhere", "pipelines/acme/shop.yml(9,", "DE0407")]
    [InlineData("drop table orders", "pipelines/acme/shop.yml(9,", "DE0403")]
    public async Task BadSql_IsFoundBeforeAnythingStarts(string sql, string place, string words)
    {
        using var shop = Workspace.OfShop(Pipeline("{connection: files, file: {path: orders.csv}}", sql)).Write("pipelines/acme/data/orders.csv", Good);
        (await shop.RunAsync("run", "acme/shop")).With(2).Says(place).Says(words);
        (await shop.RunAsync("validate")).With(2).Says(place).Says(words);
        Assert.Empty(shop.Files(".dataeng"));
    }

    [Fact]
    public async Task SourceMended_RetryTakesOverWhatSucceeded()
    {
        using var shop = Workspace.OfShop("""
            version: 1
            pipeline: shop
            defaults: {retry: {max_attempts: 1}}
            extract:
              orders: {connection: files, file: {path: orders.csv}}
              prices: {connection: files, file: {path: prices.csv}}
            load:
              orders: {target: warehouse, table: shop.orders, write_disposition: append}
              prices: {target: warehouse, table: shop.prices, write_disposition: append}
            """).Write("pipelines/acme/data/orders.csv", Good);
        (await shop.RunAsync("run", "acme/shop")).With(3).Says("succeeded in part").Says("DE0501").Says("load.prices  it needs extract.prices").Says("Next  dataeng retry acme.shop.manual-0001.1");

        shop.Write("pipelines/acme/data/prices.csv", "id,price\n1,2.5\n");
        var retry = (await shop.RunAsync("retry", "acme/shop")).With(0).Says("acme.shop.manual-0001.2").Says("2 reused");
        Assert.DoesNotContain("extract.orders                started", retry.Output, StringComparison.Ordinal);
        Assert.Equal("orders,prices\n1,1\n", shop.Warehouse("acme", "select (select count(*) from shop.orders) as orders, (select count(*) from shop.prices) as prices"));
        (await shop.RunAsync("retry", "acme/shop")).With(2).Says("nothing to retry");
    }

    private static string Pipeline(string extract, string sql) => $$$"""
        version: 1
        pipeline: shop
        defaults: {retry: {max_attempts: 1}}
        extract:
          orders: {{{extract}}}
        transform:
          daily:
            sql: |
              {{{sql}}}
        load:
          daily: {target: warehouse, table: shop.daily, write_disposition: append}
        """;

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }
}
