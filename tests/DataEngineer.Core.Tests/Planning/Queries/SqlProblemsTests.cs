using System.Globalization;
using DataEngineer.Plans;

namespace DataEngineer.Core.Tests.Planning.Queries;

public sealed class SqlProblemsTests(SqlAnalyzerFixture fixture) : IClassFixture<SqlAnalyzerFixture>
{
    [Theory]
    [InlineData("select * fro a", "q.sql(1,14): DE0401: syntax error at or near \"a\" in: select * fro a")]
    [InlineData("select *\nfrom a\nwhere", "q.sql(3,6): DE0401: syntax error at end of input in: where")]
    [InlineData("select *\nfrom a\nwhere\n\n", "q.sql(3,6): DE0401: syntax error at end of input in: where")]
    [InlineData("select 'é𝒳', from where a", "q.sql(1,20): DE0401: syntax error at or near \"where\" in: select 'é𝒳', from where a")]
    [InlineData("select 'open", "q.sql(1,8): DE0401: unterminated quoted string at or near \"'open\" in: select 'open")]
    [InlineData("select $ x from a", "q.sql(1,8): DE0408: a parameter has no name; parameters are variables and the interval's bounds. Write $name, for example $interval_start.")]
    [InlineData("select * from $table", "q.sql(1,15): DE0401: syntax error at or near \"$\" in: select * from $table")]
    [InlineData("selec 1", "q.sql(1,1): DE0401: syntax error at or near \"selec\" in: selec 1")]
    [InlineData("select 1\0; drop table a", "q.sql(1,9): DE0401: the text holds a null character.")]
    [InlineData("", "q.sql(1,1): DE0402: the text holds no SQL. Write one SELECT.")]
    [InlineData("-- select 1\n;", "q.sql(1,1): DE0402: the text holds no SQL. Write one SELECT.")]
    [InlineData("select 1;\n\nselect ';';", "q.sql(3,1): DE0402: the text holds 2 statements; a query is one SELECT. Make each its own transform.")]
    [InlineData("pivot a on y using sum(x); drop table a; select 1", "q.sql(1,28): DE0402: the text holds 3 statements; a query is one SELECT. Make each its own transform.")]
    [InlineData("create table b as from a", "q.sql(1,1): DE0403: CREATE changes what a database has; a query is one SELECT. Write only the SELECT; its result is the dataset.")]
    [InlineData("-- first\ndrop table a", "q.sql(2,1): DE0403: DROP changes what a database has; a query is one SELECT. Write only the SELECT; its result is the dataset.")]
    [InlineData("insert into a values (1)", "q.sql(1,1): DE0403: INSERT changes rows; a query is one SELECT. Write only the SELECT; its result is the dataset.")]
    [InlineData("with x as (select 1) delete from a", "q.sql(1,1): DE0403: DELETE changes rows; a query is one SELECT. Write only the SELECT; its result is the dataset.")]
    [InlineData("copy (select 1) to 'x.csv'", "q.sql(1,1): DE0403: COPY reads or writes files; a query is one SELECT. Write only the SELECT; its result is the dataset.")]
    [InlineData("attach 'x.db'", "q.sql(1,1): DE0403: ATTACH opens another database; a query is one SELECT. Write only the SELECT; its result is the dataset.")]
    [InlineData("pragma database_list", "q.sql(1,1): DE0403: PRAGMA changes the engine's settings; a query is one SELECT. Write only the SELECT; its result is the dataset.")]
    [InlineData("set threads = 1", "q.sql(1,1): DE0403: SET changes the engine's settings; a query is one SELECT. Write only the SELECT; its result is the dataset.")]
    [InlineData("install httpfs", "q.sql(1,1): DE0403: INSTALL loads an extension; a query is one SELECT. Write only the SELECT; its result is the dataset.")]
    [InlineData("begin", "q.sql(1,1): DE0403: BEGIN belongs to a transaction; a query is one SELECT. Write only the SELECT; its result is the dataset.")]
    [InlineData("explain select 1", "q.sql(1,1): DE0403: EXPLAIN describes a query; a query is one SELECT. Write only the SELECT; its result is the dataset.")]
    [InlineData("call range(1)", "q.sql(1,1): DE0403: CALL is something else; a query is one SELECT. Write only the SELECT; its result is the dataset.")]
    [InlineData("show tables", "q.sql(1,1): DE0403: SHOW lists what the engine has; a query is one SELECT. Write only the SELECT; its result is the dataset.")]
    [InlineData("select * from\n  read_csv('a.csv')", "q.sql(2,3): DE0404: table function 'read_csv' reads something other than datasets. Add an extract that reads it, and name its dataset here.")]
    [InlineData("from glob('*')", "q.sql(1,6): DE0404: table function 'glob' reads something other than datasets. Add an extract that reads it, and name its dataset here.")]
    [InlineData("from query_table('a')", "q.sql(1,6): DE0404: table function 'query_table' reads something other than datasets. Add an extract that reads it, and name its dataset here.")]
    [InlineData("from a, duckdb_settings()", "q.sql(1,9): DE0404: table function 'duckdb_settings' reads something other than datasets. Add an extract that reads it, and name its dataset here.")]
    [InlineData("from 'a.csv'", "q.sql(1,6): DE0405: 'a.csv' is a file, not a dataset. Add an extract that reads it, and name its dataset here.")]
    [InlineData("from 's3://bucket/a'", "q.sql(1,6): DE0405: 's3://bucket/a' is a file, not a dataset. Add an extract that reads it, and name its dataset here.")]
    [InlineData("from sales.a", "q.sql(1,6): DE0406: 'sales.a' names a schema; datasets have none. Write the dataset's name alone, or: Add an extract that reads it, and name its dataset here.")]
    [InlineData("with a as (select 1) from db.sales.a", "q.sql(1,27): DE0406: 'db.sales.a' names a schema; datasets have none. Write the dataset's name alone, or: Add an extract that reads it, and name its dataset here.")]
    [InlineData("from information_schema.tables", "q.sql(1,6): DE0406: 'information_schema.tables' names a schema; datasets have none. Write the dataset's name alone, or: Add an extract that reads it, and name its dataset here.")]
    [InlineData("select * from a where x = ?", "q.sql(1,27): DE0408: a parameter has no name; parameters are variables and the interval's bounds. Write $name, for example $interval_start.")]
    [InlineData("select $1, $2", "q.sql(1,8): DE0408: a parameter has no name; parameters are variables and the interval's bounds. Write $name, for example $interval_start.")]
    [InlineData("select $x, ?", "q.sql(1,12): DE0408: a parameter has no name; parameters are variables and the interval's bounds. Write $name, for example $interval_start.")]
    public void Query_NotASelectOverDatasets_SaysWhatAndWhere(string sql, string expected)
    {
        var problem = Assert.Single(fixture.Analyzer.Analyze(new SqlText(sql, "q.sql", 1, 1)).Problems);

        Assert.Equal(expected, problem.ToString());
    }

    [Fact]
    public void Query_SeveralProblems_AreAllReported()
    {
        var problems = fixture.Analyzer.Analyze(new SqlText("from s.a, 'b.csv', read_text('c') where x = ?", "q.sql", 1, 1)).Problems;

        Assert.Equal(["DE0404", "DE0405", "DE0406", "DE0408"], problems.Select(problem => problem.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Query_LongLine_IsShownAroundItsError()
    {
        var sql = $"select {string.Join(", ", Enumerable.Range(0, 60).Select(i => $"column_{i}"))} fro a order by {string.Join(", ", Enumerable.Range(0, 60))}";

        var problem = Assert.Single(fixture.Analyzer.Analyze(new SqlText(sql, "q.sql", 1, 1)).Problems);

        Assert.Contains("in: …", problem.Message, StringComparison.Ordinal);
        Assert.Contains("column_59 fro a order by", problem.Message, StringComparison.Ordinal);
        Assert.True(problem.Message.Length < 200, problem.Message);
    }

    [Fact]
    public void Query_DeepExpression_IsRead()
    {
        var nested = string.Concat(Enumerable.Repeat("(select ", 100)) + "x from a" + new string(')', 100);

        var analysis = fixture.Analyzer.Analyze(new SqlText($"select {nested}, {string.Join('+', Enumerable.Range(0, 500))} from b", "q.sql", 1, 1));

        Assert.Empty(analysis.Problems);
        Assert.Equal(["a", "b"], analysis.Tables.Select(table => table.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Analyzer_ManyTextsAtOnce_KeepsThemApart()
    {
        var texts = Enumerable.Range(0, 2500).Select(i => string.Create(CultureInfo.InvariantCulture, $"select * from t{i}{(i % 7 == 0 ? " wher" : "")} x join u using (id)")).ToList();

        fixture.Analyzer.Prepare(texts);

        for (var i = 0; i < texts.Count; i++)
        {
            var analysis = fixture.Analyzer.Analyze(new SqlText(texts[i], "q.sql", 1, 1));
            Assert.Equal(i % 7 == 0 ? [] : [$"t{i}", "u"], analysis.Tables.Select(table => table.Name));
            Assert.Equal(i % 7 == 0 ? 1 : 0, analysis.Problems.Count);
        }
    }
}
