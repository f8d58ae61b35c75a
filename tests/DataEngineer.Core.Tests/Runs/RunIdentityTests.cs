using DataEngineer.Plans;

namespace DataEngineer.Core.Tests.Runs;

public sealed class RunIdentityTests
{
    [Theory]
    [InlineData("acme.orders.20260131T060000Z.1")]
    [InlineData("acme.orders.manual-0001.12")]
    public void Text_RoundTrips(string text)
    {
        Assert.True(RunIdentity.TryParse(text, out var identity));
        Assert.Equal(text, identity.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("acme.orders")]
    [InlineData("acme.orders.20260131T060000Z")]
    [InlineData("acme.orders.20260131T060000Z.0")]
    [InlineData("acme.orders.20260131T060000Z.x")]
    [InlineData("acme..20260131T060000Z.1")]
    [InlineData("acme.orders.a.b.1")]
    public void TryParse_AnythingElse_Refuses(string text) => Assert.False(RunIdentity.TryParse(text, out _));

    [Fact]
    public void IntervalKey_IsTheStartInUtc() =>
        Assert.Equal("20260329T230000Z", IntervalKey.Of(new RunInterval(
            new DateTimeOffset(2026, 3, 30, 1, 0, 0, TimeSpan.FromHours(2)), new DateTimeOffset(2026, 3, 31, 0, 0, 0, TimeSpan.FromHours(2)), "Europe/Amsterdam")));

    [Theory]
    [InlineData(1, "manual-0001")]
    [InlineData(12345, "manual-12345")]
    public void Manual_NumberIsReadBack(int number, string key)
    {
        Assert.Equal(key, IntervalKey.Manual(number));
        Assert.Equal(number, IntervalKey.NumberOf(key));
    }

    [Fact]
    public void NumberOf_AnIntervalKey_IsZero() => Assert.Equal(0, IntervalKey.NumberOf("20260131T060000Z"));
}
