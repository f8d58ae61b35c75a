using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Validation;

/// <summary>What assertions may say.</summary>
public sealed class AssertionRuleTests
{
    [Theory]
    [InlineData("dataset: orders, not_null", "dataset: order, not_null", "(11,15): DE0211: assertion 1 judges dataset 'order', which the pipeline does not make; it makes orders, customers, daily. Did you mean 'orders'?")]
    [InlineData("dataset: orders, not_null", "not_null", "(11,5): DE0211: assertion 1 does not say which dataset it judges. Write 'dataset:' with a name.")]
    [InlineData("customers.id", "id", "(7,3): DE0232: dataset 'customers' is not loaded, asserted or read by any query. Use it, or remove it.", "(12,64): DE0212: assertion 2 has relationships.to 'id', which is not dataset.column. Write it as customers.id.")]
    [InlineData("customers.id", "customer.id", "(7,3): DE0232: dataset 'customers' is not loaded, asserted or read by any query. Use it, or remove it.", "(12,64): DE0212: assertion 2 refers to dataset 'customer', which the pipeline does not make; it makes orders, customers, daily. Did you mean 'customers'?")]
    [InlineData("- {dataset: orders, not_null: [id]}", "- {name: a, dataset: orders, not_null: [id]}\n  - {name: a, dataset: orders, unique: [id]}", "(12,12): DE0214: assertion 2 has the name 'a' of assertion 1. Give one of them another name.")]
    [InlineData("not_null: [id]", "row_count: {min: 5, max: 1}", "(11,40): DE0221: assertion 1 has row_count.min 5, which is greater than its max 1.")]
    [InlineData("not_null: [id]", "range: {column: id, min: 5, max: 1}", "(11,48): DE0221: assertion 1 has a range whose min is greater than its max.")]
    [InlineData("not_null: [id]", "range: {column: id, min: 5, max: 2026-01-01}", "(11,48): DE0221: assertion 1 has a range whose min and max are of different kinds.")]
    [InlineData("not_null: [id]", "range: {column: id, min: low}", "(11,48): DE0221: assertion 1 has a range whose min is neither a number nor a date or timestamp.")]
    [InlineData("not_null: [id]", "pattern: {column: id, regex: \"(a\"}", "(11,52): DE0222: assertion 1 has a regex that cannot be used: at offset 2: not enough )'s. RE2 syntax, https://github.com/google/re2/wiki/Syntax; the whole value must match.")]
    [InlineData("not_null: [id]", "pattern: {column: id, regex: \"(?=a)b\"}", "(11,52): DE0222: assertion 1 has a regex that cannot be used: look-around, back references and atomic groups are not supported. RE2 syntax, https://github.com/google/re2/wiki/Syntax; the whole value must match.")]
    [InlineData("not_null: [id]", "row_count: {min: 1}, on_failure: quarantine", "(11,56): DE0239: assertion 1 would quarantine rows, but row_count judges the dataset as a whole. Allowed are block and continue.")]
    public async Task Validate_BrokenAssertion_IsReported(string from, string to, params string[] expected)
    {
        var found = await SomeTree.ValidateChangedAsync(from, to);

        Assert.Equal(expected, found.Select(problem => problem.ToString().Replace("acme/orders.yml", "", StringComparison.Ordinal)));
    }
}
