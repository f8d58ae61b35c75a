using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Validation;

/// <summary>What customers may say.</summary>
public sealed class CustomerRuleTests
{
    [Theory]
    [InlineData("customer: acme", "customer: acmee", "(1,11): DE0301: the customer's id is 'acmee' and its folder's name 'acme'; they must be equal. Rename the folder, or correct the id.")]
    [InlineData("Europe/Amsterdam", "Europe/Amsterdm", "(3,11): DE0302: the customer has timezone 'Europe/Amsterdm', which is not an IANA time zone. Did you mean 'Europe/Amsterdam'?")]
    [InlineData("type: duckdb", "type: duckbd", "(6,21): DE0303: connection 'warehouse' has type 'duckbd'; allowed are duckdb, files, lake. Did you mean 'duckdb'?")]
    [InlineData("owner: data-eng@acme.example", "owner: x\nquotas: {memory: 1MB}", "(3,18): DE0304: quotas.memory is 1MB; allowed is 64MB and more.")]
    public async Task Validate_BrokenCustomer_IsReported(string from, string to, params string[] expected)
    {
        var found = await SomeTree.ValidateAsync(SomeTree.Store(customer: SomeTree.Changed(SomeTree.Customer, from, to)));

        Assert.Equal(expected, found.Select(problem => problem.ToString().Replace("acme/customer.yml", "", StringComparison.Ordinal)));
    }
}
