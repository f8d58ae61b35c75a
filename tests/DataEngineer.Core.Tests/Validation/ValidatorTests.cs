using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Testing;
using DataEngineer.Validation;

namespace DataEngineer.Core.Tests.Validation;

public sealed class ValidatorTests
{
    [Fact]
    public async Task Validate_GoodTree_FindsNothing() => Assert.Empty(await SomeTree.ValidateAsync(SomeTree.Store()));

    [Fact]
    public async Task Validate_ProblemsOverSeveralFiles_AreAllReportedInOrder()
    {
        var store = SomeTree.Store(
            pipeline: SomeTree.Changed(SomeTree.Changed(SomeTree.Pipeline, "customers.id", "customer.id"), "interval: day", "interval: days"),
            customer: SomeTree.Changed(SomeTree.Customer, "Europe/Amsterdam", "Europe/Amsterdm"))
            .With("acme/sql/daily.sql", "select '{{ x }}' from orders")
            .With("acme/a.yml", "version: 1\npipeline: [");

        var found = await SomeTree.ValidateAsync(store);

        Assert.Equal(
            [("acme/a.yml", "DE0003"), ("acme/customer.yml", "DE0302"), ("acme/orders.yml", "DE0105"), ("acme/orders.yml", "DE0212"), ("acme/sql/daily.sql", "DE0236")],
            found.Select(problem => (problem.File, problem.Code)));
    }

    [Fact]
    public async Task Validate_EntryThatWasMisread_IsNotJudgedFurther()
    {
        var found = await SomeTree.ValidateChangedAsync("write_disposition: merge", "write_disposition: marge");

        Assert.Equal(DiagnosticCodes.NotAllowed, Assert.Single(found).Code);
    }

    [Fact]
    public async Task Validate_OtherEntriesOfAMisreadFile_AreJudged()
    {
        var text = SomeTree.Changed(SomeTree.Pipeline, "write_disposition: merge", "write_disposition: marge");
        var found = await SomeTree.ValidateAsync(SomeTree.Store(pipeline: SomeTree.Changed(text, "connection: files, file: {path: customers", "connection: fils, file: {path: customers")));

        Assert.Equal(["DE0202", "DE0105"], found.Select(problem => problem.Code));
    }

    [Fact]
    public async Task Validate_BrokenCustomer_StillJudgesItsPipelines()
    {
        var store = SomeTree.Store(pipeline: SomeTree.Changed(SomeTree.Pipeline, "0 6 * * *", "0 6 * *"), customer: SomeTree.Customer + "\nquota: {}");

        Assert.Equal(["DE0101", "DE0217"], (await SomeTree.ValidateAsync(store)).Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("version: 1\npipeline: orders\n", "(1,1): DE0231: the pipeline has no extract and no transform, so that it makes no dataset. Add an entry to extract or transform.")]
    [InlineData("version: 1\npipeline: orders\nextract:\n  x: {connection: files, file: {path: x.csv}}\n", "(1,1): DE0233: the pipeline has no load and no assert, so that a run leaves nothing behind. Add a load.")]
    [InlineData(
        "version: 1\npipeline: orders\nextract:\n  orders: {connection: files, file: {path: \"{{ interval.start }}.csv\"}}\nload:\n  orders: {target: warehouse, write_disposition: interval, interval_column: day}\n",
        "(4,44): DE0235: extract 'orders' has file.path with the template 'interval.start', but the pipeline has no schedule, so its runs have no interval. Add a schedule.",
        "(6,50): DE0209: load 'orders' replaces an interval's rows, but the pipeline has no schedule, so its runs have no interval. Add a schedule, or use another write_disposition.")]
    [InlineData(
        "version: 1\npipeline: orders\nextract:\n  orders: {connection: files, file: {path: o.csv}, retry: {interval: 10m, max_interval: 1h}, timeout: 0s}\ntransform:\n  t: {sql: select 1 from orders, timeout: 1s, retry: {max_interval: 1s}}\nassert:\n  - {sql: select 1 from t}\n",
        "(4,103): DE0229: timeout of extract 'orders' is 0, so that no attempt could end in time. Write a duration such as 15m, or leave it out.",
        "(6,69): DE0228: retry of transform 't' has interval 10s, which is longer than its max_interval 1s. Shorten interval, or write a longer max_interval.")]
    public async Task Validate_WholePipelines_AreJudged(string text, params string[] expected)
    {
        var found = await SomeTree.ValidateAsync(SomeTree.Store(pipeline: text));

        Assert.Equal(expected, found.Select(problem => problem.ToString().Replace("acme/orders.yml", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("select 1\nfrom {{ ref(\"orders\") }}", "(2,6): DE0236: the query holds a template, which is not rendered in SQL. Name the dataset itself: from orders.")]
    [InlineData("{% if x %} select * from orders", "(1,1): DE0236: the query holds a template, which is not rendered in SQL. SQL is run as it is written; use its own expressions.")]
    [InlineData("select * from orders where region = '{{ variables.region }}'",
        "(1,38): DE0236: the query holds a template, which is not rendered in SQL. In SQL values are bound parameters: $interval_start, $interval_end, or a variable's name as in $region.")]
    public async Task Validate_TemplatesInSqlFiles_AreReportedThere(string sql, string expected)
    {
        var found = await SomeTree.ValidateAsync(SomeTree.Store().With("acme/sql/daily.sql", sql));

        Assert.Equal("acme/sql/daily.sql" + expected, Assert.Single(found).ToString());
    }

    [Theory]
    [InlineData("spare", 1)]
    [InlineData("orders_2", 1)]
    [InlineData("late", 0)]
    public async Task Validate_DatasetNamedInSql_CountsAsUsed(string name, int warnings)
    {
        var text = SomeTree.Changed(SomeTree.Pipeline, "transform:", $"  {name}: {{connection: files, file: {{path: x.csv}}}}\ntransform:");
        var found = await SomeTree.ValidateAsync(SomeTree.Store(pipeline: text).With("acme/sql/daily.sql", "select * from LATE join orders"));

        Assert.Equal(warnings, found.Count(problem => problem is { Code: "DE0232", Severity: DiagnosticSeverity.Warning }));
    }

    [Fact]
    public void Codes_Rules_AreUniqueAndDescribed()
    {
        Assert.All(CodeReference.All, code =>
        {
            Assert.Matches("^DE0[0-4][0-9]{2}$", code.Key);
            Assert.False(string.IsNullOrEmpty(code.Value), code.Key);
        });
        Assert.Equal("A pipeline has the name of its file.", CodeReference.SummaryOf("DE0201"));
        Assert.Equal("A text file is not UTF-8.", CodeReference.SummaryOf(DiagnosticCodes.NotUtf8));
        Assert.Null(CodeReference.SummaryOf("DE9999"));
    }

    [Fact]
    public void RuleCatalog_Rules_AreAllListed()
    {
        var listed = RuleCatalog.Pipelines.Select(rule => rule.GetType()).Concat(RuleCatalog.Customers.Select(rule => rule.GetType())).ToHashSet();
        var written = typeof(RuleCatalog).Assembly.GetTypes()
            .Where(type => !type.IsInterface && type.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRule<>)));

        Assert.Equal(written.OrderBy(type => type.Name), listed.OrderBy(type => type.Name));
    }
}
