using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Core.Tests.Definitions.Naming;

public sealed class ShownTests
{
    [Theory]
    [InlineData("load.orders.table", "x y", "'x y'")]
    [InlineData("load.orders.table", "a\nb", "'a?b'")]
    [InlineData("load.orders.primary_key[0]", "id", "'id'")]
    [InlineData("connections.db.password", "hunter2", "a value that is not shown")]
    [InlineData("connections.api.auth.token.value", "hunter2", "a value that is not shown")]
    [InlineData("connections.api.api_key", "hunter2", "a value that is not shown")]
    [InlineData("connections.api.client_secret[0]", "hunter2", "a value that is not shown")]
    [InlineData("connections.db.url", "postgres://me:hunter2@host/db", "a value that is not shown")]
    [InlineData("connections.db.url", "Server=x;Password=hunter2", "a value that is not shown")]
    public void Value_OfPath_IsShownUnlessItMayBeSecret(string path, string value, string expected) => Assert.Equal(expected, Shown.Value(path, value));

    [Fact]
    public void Text_Long_IsCut() => Assert.Equal(new string('x', 60) + "…", Shown.Text(new string('x', 61)));
}
