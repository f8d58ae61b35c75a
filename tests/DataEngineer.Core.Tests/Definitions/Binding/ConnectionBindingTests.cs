using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Definitions.Binding;

/// <summary>What is said of connections that are not of their connector.</summary>
public sealed class ConnectionBindingTests
{
    [Theory]
    [InlineData("type: files", "typ: files", "(5,11): DE0101: connection 'files' has an unknown key 'typ'; known are type, max_concurrent. Did you mean 'type'?")]
    [InlineData("{type: files, root: data}", "files", "(5,10): DE0103: connection 'files' is a single value; it takes a mapping with 'type'.")]
    [InlineData("root: data", "roott: data", "(5,24): DE0101: connection 'files' has an unknown key 'roott'; known are type, max_concurrent, root. Did you mean 'root'?")]
    [InlineData("path: warehouse.duckdb", "path: w.duckdb, port: 99999, password: hunter2, connect_timeout: 5", "(6,51): DE0107: connection 'warehouse' has port '99999'; allowed is 1 to 65535.", "(6,68): DE0114: password of connection 'warehouse' is written out; definitions hold no secrets. Write \"{{ secrets.PASSWORD }}\" and store the value under that name.", "(6,94): DE0104: connection 'warehouse' has connect_timeout '5', which is not a duration such as 90s, 1h30m, 2d or PT1H30M. Name the unit: 5s.")]
    [InlineData("path: warehouse.duckdb", "path: w.duckdb, password: \"{{ secrets.PW }}\"")]
    [InlineData("path: warehouse.duckdb", "path: \"{{ variables.x }}\"", "(6,35): DE0113: connection 'warehouse' has path with the template 'variables.x'. Allowed here is {{ secrets.NAME }}.")]
    [InlineData("path: warehouse.duckdb", "path: w.duckdb, max_concurrent: 0", "(6,61): DE0107: connection 'warehouse' has max_concurrent '0'; allowed is 1 to 1000.")]
    [InlineData("path: warehouse.duckdb", "path: w.duckdb, max_concurrency: 2", "(6,45): DE0101: connection 'warehouse' has an unknown key 'max_concurrency'; known are type, max_concurrent, path, port, password, connect_timeout. Did you mean 'max_concurrent'?")]
    [InlineData("path: warehouse.duckdb", "path: w.duckdb, port: \"{{ secrets.PORT }}\"", "(6,51): DE0104: connection 'warehouse' has port '{{ secrets.PORT }}', which is not a whole number of at most 32 bits.")]
    [InlineData("root: data", "root: [a]", "(5,30): DE0103: root of connection 'files' is a list; it takes text. Write the item without brackets.")]
    public async Task Bind_Connection_IsHeldAgainstItsConnectorsOptions(string from, string to, params string[] expected)
    {
        var found = await SomeTree.ValidateAsync(SomeTree.Store(customer: SomeTree.Changed(SomeTree.Customer, from, to)));

        Assert.Equal(expected, found.Select(problem => problem.ToString().Replace("acme/customer.yml", "", StringComparison.Ordinal)));
    }
}
