using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Validation;

/// <summary>What pipelines may ask of connections.</summary>
public sealed class ConnectionRuleTests
{
    [Theory]
    [InlineData("connection: files, file: {path: customers", "connection: file, file: {path: customers", "(7,27): DE0202: extract 'customers' has connection 'file', which acme/customer.yml does not have; it has files, warehouse, lake. Did you mean 'files'?")]
    [InlineData("target: warehouse", "target: werehouse", "(14,19): DE0202: load 'daily' has target 'werehouse', which acme/customer.yml does not have; it has files, warehouse, lake. Did you mean 'warehouse'?")]
    [InlineData("connection: files, file: {path: customers", "connection: warehouse, file: {path: customers", "(7,27): DE0203: extract 'customers' reads files from connection 'warehouse', whose type duckdb holds none. Name a connection of type files or lake.")]
    [InlineData("target: warehouse", "target: files", "(14,19): DE0204: load 'daily' has target 'files', whose type files takes no data. Name a connection of type duckdb or lake.")]
    [InlineData("target: warehouse", "target: lake", "(14,64): DE0205: load 'daily' has write_disposition 'merge'; target 'lake' supports append, replace, interval.")]
    [InlineData("primary_key: [day]}", "primary_key: [day], merge_strategy: insert_only}", "(14,112): DE0206: load 'daily' has merge_strategy 'insert_only'; target 'warehouse' supports upsert, delete_insert.")]
    public async Task Validate_BrokenUseOfConnections_IsReported(string from, string to, params string[] expected)
    {
        var found = await SomeTree.ValidateChangedAsync(from, to);

        Assert.Equal(expected, found.Select(problem => problem.ToString().Replace("acme/orders.yml", "", StringComparison.Ordinal)));
    }
}
