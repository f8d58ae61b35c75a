using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Validation;

/// <summary>What extracts and transforms may say.</summary>
public sealed class SourceRuleTests
{
    [Theory]
    [InlineData("pipeline: orders", "pipeline: order", "(2,11): DE0201: the pipeline's name is 'order' and its file's 'orders.yml'; they must be equal. Rename the file, or write 'pipeline: orders'.")]
    [InlineData("daily: {sql: sql/daily.sql}", "daily: {sql: sql/daily.sql}\n  orders: {sql: select 1 from customers}", "(10,3): DE0213: transform 'orders' makes the same dataset as the extract on line 6. Give one of them another name.")]
    [InlineData("sql/daily.sql", "sql/dayli.sql", "(9,16): DE0215: transform 'daily' has sql 'sql/dayli.sql', which is not in the folder acme/. Did you mean 'sql/daily.sql'?")]
    [InlineData("sql/daily.sql", "../other/sql/daily.sql", "(9,16): DE0215: transform 'daily' has sql '../other/sql/daily.sql', which is not a path inside the folder acme/. Paths begin at the customer's folder, use / and have no '..'.")]
    [InlineData("sql: sql/daily.sql", "sql: sql/daily.sql, depends_on: [customer]", "(9,44): DE0216: transform 'daily' depends on dataset 'customer', which the pipeline does not make; it makes orders, customers, daily. Did you mean 'customers'?")]
    [InlineData("sql: sql/daily.sql", "sql: sql/daily.sql, depends_on: [daily]", "(9,44): DE0216: transform 'daily' depends on itself. Remove the item.")]
    [InlineData("orders/*.csv", "../orders/*.csv", "(6,44): DE0223: extract 'orders' has file.path '../orders/*.csv', which is not a path below the connection's root. Paths are relative, use / and have no '..'.")]
    [InlineData("orders/*.csv", "/orders/*.csv", "(6,44): DE0223: extract 'orders' has file.path '/orders/*.csv', which is not a path below the connection's root. Paths are relative, use / and have no '..'.")]
    [InlineData("orders/*.csv", "C:\\\\orders\\\\a.csv", "(6,44): DE0223: extract 'orders' has file.path 'C:\\orders\\a.csv', which is not a path below the connection's root. Paths are relative, use / and have no '..'.")]
    [InlineData("customers.parquet", "customers.xlsx", "(7,47): DE0224: extract 'customers' has file.path 'customers.xlsx', whose ending tells no format; .csv, .tsv, .json, .ndjson, .jsonl and .parquet do, also with .gz. Write 'format:' with one of csv, json, ndjson, parquet.")]
    [InlineData("path: customers.parquet", "path: customers.parquet, csv: {header: true}", "(7,66): DE0225: extract 'customers' has csv settings for a file of format parquet. Remove csv, or write 'format: csv'.")]
    [InlineData("path: \"orders/*.csv\"", "path: \"orders/*.csv\", csv: {delimiter: \",\", decimal_separator: \",\", quote: \"xx\", skip_rows: -1}", "(6,77): DE0225: extract 'orders' has a csv.delimiter that cannot be; allowed is something else than the decimal separator.", "(6,113): DE0225: extract 'orders' has a csv.quote that cannot be; allowed is one character, or '' for none.", "(6,130): DE0225: extract 'orders' has a csv.skip_rows that cannot be; allowed is 0 and more.")]
    [InlineData("path: customers.parquet", "path: customers.parquet, allow_empty: true", "(7,79): DE0226: extract 'customers' has allow_empty but no columns, so an empty dataset would have none. Write 'columns:' with each column's type.")]
    [InlineData("path: customers.parquet}", "path: customers.parquet}, columns: {id: BIGNT, name: \"not a (type\"}", "(7,81): DE0230: extract 'customers' has type 'BIGNT' for column 'id', which is not a DuckDB type. Did you mean 'BIGINT'?", "(7,94): DE0230: extract 'customers' has type 'not a (type' for column 'name', which is not a DuckDB type. Types are written such as VARCHAR, DECIMAL(12,2), TIMESTAMPTZ, INTEGER[].")]
    [InlineData("customers: {connection: files, file: {path: customers.parquet}}", "customers: {connection: files, file: {path: customers.parquet}}\n  spare: {connection: files, file: {path: x.csv}}", "(8,3): DE0232: dataset 'spare' is not loaded, asserted or read by any query. Use it, or remove it.")]
    public async Task Validate_BrokenSource_IsReported(string from, string to, params string[] expected)
    {
        var found = await SomeTree.ValidateChangedAsync(from, to);

        Assert.Equal(expected, found.Select(problem => problem.ToString().Replace("acme/orders.yml", "", StringComparison.Ordinal)));
    }
}
