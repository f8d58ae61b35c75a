using DataEngineer.Plans;

namespace DataEngineer.Core.Tests.Planning.Queries;

/// <summary>What queries read, as the engine itself would find it.</summary>
public sealed class SqlReadsTests(SqlAnalyzerFixture fixture) : IClassFixture<SqlAnalyzerFixture>
{
    [Theory]
    [InlineData("select * from a", "a")]
    [InlineData("from a", "a")]
    [InlineData("table a", "a")]
    [InlineData("select 1", "")]
    [InlineData("values (1), (2)", "")]
    [InlineData("select * from A", "a")]
    [InlineData("select * from \"A\"", "a")]
    [InlineData("select * from a as x, b y", "a b")]
    [InlineData("select * from a join b using (id) left join c on true", "a b c")]
    [InlineData("select * from a semi join b using (id) asof join c using (day)", "a b c")]
    [InlineData("select * from a positional join b", "a b")]
    [InlineData("select * from a x join a y on x.id = y.parent", "a*2")]
    [InlineData("select (select max(x) from b) from a", "b a")]
    [InlineData("select * from a where exists (select 1 from b where b.id = a.id)", "a b")]
    [InlineData("select * from a where id in (select id from b)", "a b")]
    [InlineData("select * from a where x > all (select x from b)", "a b")]
    [InlineData("select array(select id from b) from a", "b a")]
    [InlineData("select * from a, lateral (select * from b where b.id = a.id) l", "a b")]
    [InlineData("select * from (select * from a) s", "a")]
    [InlineData("select * from (from a)", "a")]
    [InlineData("select * from a union all select * from b", "a b")]
    [InlineData("select * from a union by name select * from b", "a b")]
    [InlineData("(select * from a except select * from b) intersect select * from c", "a b c")]
    [InlineData("select x from a order by (select max(y) from b) limit (select 3 from c)", "b c a")]
    [InlineData("select x, count(*) from a group by x having count(*) > (select n from b)", "a b")]
    [InlineData("select x from a qualify row_number() over (order by (select 1 from b)) = 1", "a b")]
    [InlineData("select sum(x) filter (where x in (select y from b)) from a", "b a")]
    [InlineData("select case when exists (from b) then 1 else (select 2 from c) end from a", "b c a")]
    [InlineData("select * from (values (1, (select max(x) from a))) t", "a")]
    [InlineData("select * from range((select max(n) from a))", "a")]
    [InlineData("select * from unnest([1, 2]) u(x), generate_series(1, 3) g", "")]
    [InlineData("select unnest(items) from a", "a")]
    [InlineData("select * from a tablesample 10%", "a")]
    [InlineData("select * exclude (x) replace (y + 1 as y) from a", "a")]
    [InlineData("select columns('x.*') from a", "a")]
    [InlineData("with c as (select * from a) select * from c", "a")]
    [InlineData("with c as (select * from a), d as (select * from c) select * from d, b", "a b")]
    [InlineData("with C as (select 1 as x) select * from c", "")]
    [InlineData("with a as (select * from a) select * from a", "a")]
    [InlineData("with x as (select * from b), b as (select 1) select * from x, b", "b")]
    [InlineData("with a as (select * from a), d as (select * from a) select * from d", "a")]
    [InlineData("with c as materialized (select * from a) select * from (with c as (select * from b) select * from c)", "a b")]
    [InlineData("with c as (select 1) select * from (with d as (select * from c) select * from d) join a on true", "a")]
    [InlineData("select * from (with c as (select 1) select * from c) s, c", "c")]
    [InlineData("(with c as (select 1) select * from c) union all select * from c", "c")]
    [InlineData("with c as (select 1) select * from c union all select * from c", "")]
    [InlineData("with c as (select 1) select (select * from c), (select x from a where x in (from c))", "a")]
    [InlineData("with recursive r as (select x from a union all select x + 1 from r where x < 9) select * from r", "a")]
    [InlineData("with recursive a as (select x from a union all select x + 1 from a where x < 9) select * from a", "a")]
    [InlineData("with recursive r as (with s as (from a) select * from s union all select r.x from r join b using (x)) from r", "a b")]
    [InlineData("with recursive r(k, v) using key (k) as (select 1, 2 union select k, v from recurring.r join a using (k)) from r", "a")]
    [InlineData("select * from a pivot (sum(x) for y in (1, 2))", "a")]
    [InlineData("pivot a on y in (1, 2) using sum(x)", "a")]
    [InlineData("unpivot a on x, y into name n value v", "a")]
    [InlineData("select * from a unpivot (v for n in (x, y)) join b using (n)", "a b")]
    [InlineData("summarize a", "a")]
    [InlineData("describe select * from a", "a")]
    [InlineData("select 'from b', \"from c\", $$from d$$ from a -- from e\n/* from f /* from g */ */", "a")]
    [InlineData("select list_transform([1], lambda x: x + (select max(y) from b)) from a", "b a")]
    [InlineData("select * from a where x in b", "a")]
    public void Query_AnyForm_ReadsWhatTheEngineWouldRead(string sql, string expected)
    {
        var analysis = fixture.Analyzer.Analyze(new SqlText(sql, "q.sql", 1, 1));

        Assert.Empty(analysis.Problems);
        Assert.True(analysis.ShowsInputs);
        Assert.Equal(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            analysis.Tables.Select(table => table.Times == 1 ? table.Name : $"{table.Name}*{table.Times}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("pivot a on y using sum(x)")]
    [InlineData("select * from (pivot a on y using sum(x))")]
    [InlineData("with p as (pivot a on y using sum(x)) from p")]
    public void Query_PivotWithoutValues_DoesNotShowItsInputs(string sql)
    {
        var analysis = fixture.Analyzer.Analyze(new SqlText(sql, "q.sql", 1, 1));

        Assert.Empty(analysis.Problems);
        Assert.False(analysis.ShowsInputs);
        Assert.Empty(analysis.Tables);
    }

    [Theory]
    [InlineData("select * from a", 1, 15)]
    [InlineData("select *\nfrom\n  a", 3, 3)]
    [InlineData("select 'é𝒳ü' as x\nfrom a", 2, 6)]
    [InlineData("select 'é𝒳' from a", 1, 19)]
    [InlineData("select (select 1 from b) from\r\na, b", 2, 1)]
    public void Query_Table_StandsAtItsFirstPlace(string sql, int line, int column)
    {
        var analysis = fixture.Analyzer.Analyze(new SqlText(sql, "q.sql", 1, 1));

        var place = analysis.Tables.Single(table => table.Name == "a").Place;
        Assert.Equal((line, column), (place.Line, place.Column));
    }

    [Fact]
    public void Query_InABlockOfYaml_IsPlacedInTheYaml()
    {
        var analysis = fixture.Analyzer.Analyze(new SqlText("select $x\nfrom a", "orders.yml", Line: 12, Column: 7));

        Assert.Equal((13, 12), (analysis.Tables[0].Place.Line, analysis.Tables[0].Place.Column));
        Assert.Equal((12, 14), (analysis.Parameters[0].Place.Line, analysis.Parameters[0].Place.Column));
    }

    [Theory]
    [InlineData("select * from a where x >= $interval_start and x < $interval_end", "interval_start interval_end")]
    [InlineData("select $b, $a, $b", "b a")]
    [InlineData("select $Region", "region")]
    [InlineData("select $a::date, a$b from t", "a")]
    [InlineData("select '$x', \"$y\", $$ $z $$, $q$ $z $q$, e'\\'$w' -- $v\n/* $u */", "")]
    [InlineData("pivot a on y using sum(x * $factor)", "factor")]
    public void Query_Parameters_AreThoseOutsideOfTextAndComments(string sql, string expected)
    {
        var analysis = fixture.Analyzer.Analyze(new SqlText(sql, "q.sql", 1, 1));

        Assert.Empty(analysis.Problems);
        Assert.Equal(expected, string.Join(' ', analysis.Parameters.Select(parameter => parameter.Name)));
    }
}
