using DataEngineer.Engine;

namespace DataEngineer.Core.Tests.Engine;

public sealed class SqlTokensTests
{
    [Theory]
    [InlineData("select a,b", "select·a·,·b")]
    [InlineData("a -- b ; c\n, d", "a·,·d")]
    [InlineData("a /* b /* c */ ; */ d", "a·d")]
    [InlineData("a /* never closed", "a")]
    [InlineData("'it''s; --' x", "'it''s; --'·x")]
    [InlineData("\"a\"\"b\" x", "\"a\"\"b\"·x")]
    [InlineData("e'a\\'b' x", "e'a\\'b'·x")]
    [InlineData("$$;'$$ x", "$$;'$$·x")]
    [InlineData("$tag$ $$ $tag$ x", "$tag$ $$ $tag$·x")]
    [InlineData("$name+$1", "$name·+·$1")]
    [InlineData("a$$;$$", "a$$·;·$$")]
    [InlineData("'never closed", "'never closed")]
    [InlineData("élan = 1", "élan·=·1")]
    [InlineData("", "")]
    public void Of_SplitsAsTheEngineDoes(string sql, string tokens) =>
        Assert.Equal(tokens, string.Join('·', SqlTokens.Of(sql).Select(token => sql.Substring(token.Start, token.Length))));

    [Theory]
    [InlineData("select * from Orders", true)]
    [InlineData("select * from \"orders\"", true)]
    [InlineData("select 'orders' -- orders", false)]
    [InlineData("select orders2", false)]
    public void Mentions_FindsNamesOnly(string sql, bool found) => Assert.Equal(found, SqlTokens.Mentions(sql, "orders"));
}
