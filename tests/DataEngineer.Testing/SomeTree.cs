using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Reading;
using DataEngineer.Definitions.Tree;
using DataEngineer.Validation;

namespace DataEngineer.Testing;

/// <summary>A customer 'acme' with good files, to break one thing of.</summary>
public static class SomeTree
{
    public const string Customer = """
        customer: acme
        owner: data-eng@acme.example
        timezone: Europe/Amsterdam
        connections:
          files: {type: files, root: data}
          warehouse: {type: duckdb, path: warehouse.duckdb}
          lake: {type: lake, root: lake}
        """;

    public const string Pipeline = """
        version: 1
        pipeline: orders
        schedule: {cron: "0 6 * * *", interval: day, start: 2026-01-01}
        variables: {region: {type: string, enum: [EU, US], default: EU}}
        extract:
          orders: {connection: files, file: {path: "orders/*.csv"}}
          customers: {connection: files, file: {path: customers.parquet}}
        transform:
          daily: {sql: sql/daily.sql}
        assert:
          - {dataset: orders, not_null: [id]}
          - {dataset: orders, relationships: {column: customer_id, to: customers.id}}
        load:
          daily: {target: warehouse, table: sales.daily, write_disposition: merge, primary_key: [day]}
        """;

    public const string Sql = "select day, sum(amount) as amount from orders where region = $region group by day";

    public static MemoryStore Store(string? pipeline = null, string? customer = null) => new MemoryStore()
        .With("acme/customer.yml", customer ?? Customer)
        .With("acme/orders.yml", pipeline ?? Pipeline)
        .With("acme/sql/daily.sql", Sql);

    public static Task<DefinitionTree> ReadAsync(MemoryStore store) => DefinitionReader.ReadAsync(store, FakeConnector.All, CancellationToken.None);

    public static async Task<IReadOnlyList<Diagnostic>> ValidateAsync(MemoryStore store) => Validator.Validate(await ReadAsync(store), FakeConnector.All);

    /// <summary>What validation says of the good pipeline with one text replaced by another, which must be in it.</summary>
    public static Task<IReadOnlyList<Diagnostic>> ValidateChangedAsync(string from, string to) => ValidateAsync(Store(pipeline: Changed(Pipeline, from, to)));

    public static string Changed(string text, string from, string to) =>
        text.Contains(from, StringComparison.Ordinal) ? text.Replace(from, to, StringComparison.Ordinal) : throw new ArgumentException($"'{from}' is not in the text.", nameof(from));
}
