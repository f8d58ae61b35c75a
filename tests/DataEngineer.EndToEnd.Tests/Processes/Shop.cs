using System.Globalization;

namespace DataEngineer.EndToEnd.Tests.Processes;

/// <summary>A small pipeline with one transform that takes seconds, so that a process can be stopped in its midst.</summary>
internal static class Shop
{
    public const string Slow = """
        version: 1
        pipeline: shop
        defaults: {retry: {max_attempts: 1}}
        extract:
          orders: {connection: files, file: {path: orders.csv}}
        transform:
          daily: {sql: "select day, count(*) as orders, sum(amount) as amount from orders group by day order by day"}
          slow: {sql: "select count(*) as pairs, sum(hash(a.id, b.id, c.id) % 7) as checksum from orders a, orders b, orders c where a.id < SLOWNESS"}
        load:
          daily: {target: warehouse, table: shop.daily, write_disposition: append}
          slow: {target: warehouse, table: shop.slow, write_disposition: append}
        """;

    /// <summary>Everything that the pipeline loads.</summary>
    public const string Loaded = "select day, orders, amount, null as pairs from shop.daily union all select null, null, null, pairs from shop.slow order by all";

    public static string Orders(int rows = 2000) =>
        "id,day,amount\n" + string.Concat(Enumerable.Range(0, rows).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},2026-01-{1 + (i % 28):00},{i % 100}.5\n")));

    /// <param name="slowness">How long the transform takes: 10 for a second or two.</param>
    public static Workspace Workspace(int slowness = 15) =>
        Processes.Workspace.OfShop(Slow.Replace("SLOWNESS", slowness.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)).Write("pipelines/acme/data/orders.csv", Orders());
}
