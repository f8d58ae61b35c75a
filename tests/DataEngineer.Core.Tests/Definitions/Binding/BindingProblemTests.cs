using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Definitions.Binding;

/// <summary>What is said of values that are not of the model.</summary>
public sealed class BindingProblemTests
{
    [Theory]
    [InlineData("version: 1", "version: 2", "(1,10): DE0107: the file has version '2'; allowed is 1.")]
    [InlineData("version: 1\n", "", "(1,1): DE0102: the file has no 'version', which is required.")]
    [InlineData("version: 1", "versoin: 1", "(1,1): DE0101: the file has an unknown key 'versoin'; known are version, pipeline, description, owner, tags, schedule, variables, defaults, extract, transform, assert, load. Did you mean 'version'?")]
    [InlineData("version: 1", "version: one", "(1,10): DE0104: the file has version 'one', which is not a whole number of at most 32 bits.")]
    [InlineData("version: 1", "version: \"1\"", "(1,10): DE0104: the file has version '1', which is not a whole number of at most 32 bits. Write it without quotes.")]
    [InlineData("pipeline: orders", "pipeline: Orders-Daily", "(2,11): DE0108: pipeline has the name 'Orders-Daily'; a name is a lower-case letter, then up to 62 lower-case letters, digits or underscores. Did you mean 'orders_daily'?")]
    [InlineData("pipeline: orders", "pipeline: 5", "(2,11): DE0104: the file has pipeline '5', which is not text. Put it into quotes.")]
    [InlineData("pipeline: orders", "pipeline:", "(2,10): DE0106: pipeline has no value. Write one, or leave the key out.")]
    [InlineData("pipeline: orders", "pipeline: \"\"", "(2,11): DE0106: pipeline is empty. Write a value.")]
    [InlineData("connection: files, file: {path: customers", "conection: files, file: {path: customers", "(7,15): DE0101: extract 'customers' has an unknown key 'conection'; known are connection, file, columns, rejects, retry, timeout. Did you mean 'connection'?")]
    [InlineData("file: {path: customers.parquet}", "file: customers.parquet", "(7,40): DE0103: file of extract 'customers' is a single value; it takes a mapping of path, format, compression, encoding, allow_empty, csv.")]
    [InlineData("  daily: {sql", "  Daily Sums: {sql", "(9,3): DE0108: transform has the name 'Daily Sums'; a name is a lower-case letter, then up to 62 lower-case letters, digits or underscores. Did you mean 'daily_sums'?", "(14,3): DE0210: load 'daily' loads dataset 'daily', which the pipeline does not make; it makes orders, customers, Daily Sums. Name another with 'dataset:'.")]
    [InlineData("primary_key: [day]", "primary_key: day", "(14,89): DE0103: primary_key of load 'daily' is a single value; it takes a list. Put it into brackets: [ … ].")]
    [InlineData("primary_key: [day]", "primary_key: [5]", "(14,90): DE0104: load 'daily' has primary_key[0] '5', which is not text. Put it into quotes.")]
    [InlineData("write_disposition: merge", "write_disposition: upsrt", "(14,69): DE0105: load 'daily' has write_disposition 'upsrt'; allowed are append, replace, merge, interval.")]
    [InlineData("write_disposition: merge", "write_disposition: marge", "(14,69): DE0105: load 'daily' has write_disposition 'marge'; allowed are append, replace, merge, interval. Did you mean 'merge'?")]
    [InlineData("not_null: [id]", "not_null: []", "(11,33): DE0111: not_null of assertion 1 has no items; it takes one or more.")]
    [InlineData("not_null: [id]", "not_null: [id], unique: [id]", "(11,5): DE0109: assertion 1 has not_null and unique; it takes exactly one of them. Make an entry of each.")]
    [InlineData("not_null: [id]", "severity: warn", "(11,5): DE0109: assertion 1 has none of not_null, unique, accepted_values, relationships, range, pattern, row_count, freshness, sql; it takes exactly one.")]
    [InlineData("not_null: [id]", "not_nul: [id]", "(11,23): DE0101: assertion 1 has an unknown key 'not_nul'; known are name, dataset, description, not_null, unique, accepted_values, relationships, range, pattern, row_count, freshness, sql, severity, warn_if, error_if, on_failure, class. Did you mean 'not_null'?")]
    [InlineData("not_null: [id]", "row_count: {}", "(11,34): DE0110: row_count of assertion 1 has none of min, max; it takes one or more.")]
    [InlineData("not_null: [id]", "row_count: {min: -1}", "(11,40): DE0107: assertion 1 has row_count.min '-1'; allowed is 0 and more.")]
    [InlineData("not_null: [id]", "not_null: [id], error_if: 5", "(11,49): DE0104: assertion 1 has error_if '5', which is not a threshold such as '>0', '>=10' or '>1%'. Did you mean '>5'?")]
    [InlineData("version: 1", "version: 1\ndefaults: {retry: {max_attempts: 0, backoff: 11}, timeout: 90}", "(2,34): DE0107: the file has defaults.retry.max_attempts '0'; allowed is 1 to 100.", "(2,46): DE0107: the file has defaults.retry.backoff '11'; allowed is 1 to 10.", "(2,60): DE0104: the file has defaults.timeout '90', which is not a duration such as 90s, 1h30m, 2d or PT1H30M. Name the unit: 90s.")]
    [InlineData("version: 1", "version: 1\ntags: sales", "(2,7): DE0103: tags is a single value; it takes a list. Put it into brackets: [ … ].")]
    [InlineData("version: 1", "version: 1\ntags: [2024]", "(2,8): DE0104: the file has tags[0] '2024', which is not text. Put it into quotes.")]
    [InlineData("version: 1", "version: 1\ndescription: \"see {{ run.id }}\"", "(2,14): DE0112: the file has description with a template, which is not rendered there. Templates stand in file paths and, for secrets, in connections.")]
    [InlineData("sql: sql/daily.sql", "sql: \"select * from {{ ref('orders') }}\"", "(9,16): DE0112: transform 'daily' has sql with a template, which is not rendered there. Name the dataset itself: from orders.")]
    [InlineData("orders/*.csv", "{{ secrets.X }}/*.csv", "(6,44): DE0113: extract 'orders' has file.path with the template 'secrets.X'. Allowed here are {{ interval.start }}, {{ interval.end }}, {{ variables.NAME }} and {{ run.id }}; the interval also with | date(\"yyyy-MM-dd\").")]
    [InlineData("orders/*.csv", "{{ orders }}/*.csv", "(6,44): DE0113: extract 'orders' has file.path with a template that cannot be read: 'orders' is not one of its forms. Allowed here are {{ interval.start }}, {{ interval.end }}, {{ variables.NAME }} and {{ run.id }}; the interval also with | date(\"yyyy-MM-dd\").")]
    [InlineData("version: 1", "version: 1\nschedule2: {}", "(2,1): DE0101: the file has an unknown key 'schedule2'; known are version, pipeline, description, owner, tags, schedule, variables, defaults, extract, transform, assert, load. Did you mean 'schedule'?")]
    [InlineData("orders: {connection: files, file", "orders: [connection, files]\n  o2: {connection: files, file", "(6,11): DE0103: extract 'orders' is a list; it takes a mapping of connection, file, columns, rejects, retry, timeout.")]
    [InlineData("assert:", "assert: {}\nassert2:", "(10,9): DE0103: assert is a mapping; it takes a list. Write [].", "(11,1): DE0101: the file has an unknown key 'assert2'; known are version, pipeline, description, owner, tags, schedule, variables, defaults, extract, transform, assert, load. Did you mean 'assert'?")]
    public async Task Bind_BrokenPipeline_SaysWhatWhereAndWhatToDo(string from, string to, params string[] expected)
    {
        var found = await SomeTree.ValidateChangedAsync(from, to);

        Assert.Equal(expected, found.Select(problem => problem.ToString().Replace("acme/orders.yml", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("- a\n- b\n", "a list")]
    [InlineData("just text", "a single value")]
    public async Task Bind_FileThatIsNoMapping_NamesTheKeys(string text, string kind)
    {
        var found = await SomeTree.ValidateAsync(SomeTree.Store(pipeline: text));

        Assert.StartsWith($"acme/orders.yml(1,1): DE0103: the file is {kind}; it takes a mapping of version, pipeline,", Assert.Single(found).ToString(), StringComparison.Ordinal);
    }
}
