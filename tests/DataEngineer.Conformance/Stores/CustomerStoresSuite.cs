using DataEngineer.Store;

namespace DataEngineer.Conformance.Stores;

/// <summary>That customers are apart, in every kind of store.</summary>
public abstract class CustomerStoresSuite<TFixture>(TFixture fixture) : IClassFixture<TFixture>
    where TFixture : class, IStoreFixture
{
    private readonly ICustomerStores _stores = fixture.NewCustomers();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("acme", "globex")]
    [InlineData("acme", "acme_eu")]
    [InlineData("a_b", "a__b")]
    [InlineData("a_b", "ab")]
    [InlineData("a_", "a")]
    public async Task Open_TwoCustomers_SeeNothingOfEachOther(string one, string other)
    {
        await _stores.Open(one).WriteAsync("a", "x"u8.ToArray(), BlobCondition.None, Stop);
        Assert.Null(await _stores.Open(other).ReadAsync("a", Stop));
        Assert.False(await _stores.Open(other).DeleteAsync("a", Stop));
        await foreach (var entry in _stores.Open(other).ListAsync("", Stop))
        {
            Assert.Fail($"{other} sees {entry.Path}.");
        }

        Assert.NotEqual(_stores.Open(one).Location, _stores.Open(other).Location);
    }

    [Fact]
    public async Task Open_TheSameCustomerAgain_IsTheSameStore()
    {
        await _stores.Open("acme").WriteAsync("a", "x"u8.ToArray(), BlobCondition.None, Stop);
        Assert.Equal("x", (await _stores.Open("acme").ReadAsync("a", Stop))!.Text);
    }

    [Theory]
    [InlineData("../acme")]
    [InlineData("")]
    public void Open_NoName_IsRefused(string customer) => Assert.Throws<ArgumentException>(() => _stores.Open(customer));
}
