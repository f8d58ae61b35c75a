using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Validation;

/// <summary>What loads may say.</summary>
public sealed class LoadRuleTests
{
    [Theory]
    [InlineData(", primary_key: [day]", "", "(14,69): DE0207: load 'daily' merges but has no primary_key to match rows by. Write 'primary_key: [column]', or another write_disposition.")]
    [InlineData("write_disposition: merge", "write_disposition: append", "(14,77): DE0208: load 'daily' has primary_key, which is for merge; its write_disposition is 'append'. Write 'write_disposition: merge', or remove primary_key.")]
    [InlineData("write_disposition: merge, primary_key: [day]", "merge_strategy: upsert", "(14,50): DE0208: load 'daily' has merge_strategy, which is for merge; its write_disposition is 'append'. Write 'write_disposition: merge', or remove merge_strategy.")]
    [InlineData("write_disposition: merge, primary_key: [day]", "write_disposition: interval", "(14,69): DE0209: load 'daily' replaces an interval's rows but has no interval_column to know them by. Write 'interval_column:' with a date or timestamp column.")]
    [InlineData("write_disposition: merge, primary_key: [day]", "write_disposition: replace, interval_column: day", "(14,78): DE0209: load 'daily' has interval_column, which is for interval; its write_disposition is 'replace'. Write 'write_disposition: interval', or remove interval_column.")]
    [InlineData("daily: {target", "dayly: {target", "(9,3): DE0232: dataset 'daily' is not loaded, asserted or read by any query. Use it, or remove it.", "(14,3): DE0210: load 'dayly' loads dataset 'dayly', which the pipeline does not make; it makes orders, customers, daily. Did you mean 'daily'?")]
    [InlineData("table: sales.daily", "table: sales.daily, dataset: dayli", "(9,3): DE0232: dataset 'daily' is not loaded, asserted or read by any query. Use it, or remove it.", "(14,59): DE0210: load 'daily' loads dataset 'dayli', which the pipeline does not make; it makes orders, customers, daily. Did you mean 'daily'?")]
    [InlineData("sales.daily", "a.b.c", "(14,37): DE0227: load 'daily' has table 'a.b.c', which is not schema.table or table. Each is up to 63 letters, digits or underscores, and does not begin with a digit.")]
    [InlineData("sales.daily", "\"sales daily\"", "(14,37): DE0227: load 'daily' has table 'sales daily', which is not schema.table or table. Each is up to 63 letters, digits or underscores, and does not begin with a digit.")]
    [InlineData("primary_key: [day]", "primary_key: [day, DAY]", "(14,95): DE0237: primary_key of load 'daily' names the column 'DAY' twice. Remove one.")]
    [InlineData("daily: {target: warehouse, table: sales.daily, write_disposition: merge, primary_key: [day]}", "daily: {target: warehouse, table: sales.daily, write_disposition: merge, primary_key: [day]}\n  again: {target: warehouse, dataset: daily, table: Sales.Daily, write_disposition: replace}", "(15,3): DE0238: load 'again' writes to the same table as load 'daily', and one of them replaces what the other wrote. Load into different tables, or combine the datasets in a transform.")]
    public async Task Validate_BrokenLoad_IsReported(string from, string to, params string[] expected)
    {
        var found = await SomeTree.ValidateChangedAsync(from, to);

        Assert.Equal(expected, found.Select(problem => problem.ToString().Replace("acme/orders.yml", "", StringComparison.Ordinal)));
    }
}
