using DataEngineer.Azure.Storage;

namespace DataEngineer.Azure.Tests.Storage;

public sealed class ContainerNamesTests
{
    [Theory]
    [InlineData("acme", "customer-acme")]
    [InlineData("acme-eu1", "customer-acme-eu1")]
    public void Of_ALegalName_StandsAsItIs(string customer, string container) => Assert.Equal(container, ContainerNames.Of(customer));

    [Theory]
    [InlineData("a_b", "^customer0-a-b-[0-9a-f]{20}$")]
    [InlineData("_a__b_", "^customer0-a-b-[0-9a-f]{20}$")]
    [InlineData("___", "^customer0-[0-9a-f]{20}$")]
    [InlineData("a_long_name_that_goes_on_and_on_until_it_is_far_too_long_to_be", "^customer0-a-long-name-that-goes-on-and-on-[0-9a-f]{20}$")]
    public void Of_AnyOtherName_IsAReadablePartAndAHash(string customer, string pattern) => Assert.Matches(pattern, ContainerNames.Of(customer));

    [Fact]
    public void Of_AnyCustomer_IsALegalNameOfItsOwn()
    {
        string[] customers =
        [
            "a", "acme", "a_b", "a__b", "a_b_", "_a_b", "a-b", "A-B", "a.b", "ab", "__", "_", "-", "--", "é", "日本", "acme ", "customer-acme", "customer0-a-b",
            new('a', 54), new('a', 55), new('a', 63), new('a', 200), new string('a', 62) + "_", new string('_', 63), ContainerNames.Of("a_b")["customer".Length..].TrimStart('-'),
        ];
        var names = customers.Select(ContainerNames.Of).ToList();
        Assert.All(names, name => Assert.True(ContainerNames.IsValid(name) && ContainerNames.IsKept(name), name));
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("pipelines", true)]
    [InlineData("abc", true)]
    [InlineData("ab", false)]
    [InlineData("Pipelines", false)]
    [InlineData("a--b", false)]
    [InlineData("-ab", false)]
    [InlineData("ab-", false)]
    [InlineData("a_b", false)]
    [InlineData("abc\n", false)]
    public void IsValid_IsTheServicesRule(string name, bool valid) => Assert.Equal(valid, ContainerNames.IsValid(name));

    [Fact]
    public void IsValid_LongestIs63() => Assert.Equal((true, false), (ContainerNames.IsValid(new string('a', 63)), ContainerNames.IsValid(new string('a', 64))));
}
