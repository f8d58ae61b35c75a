using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Validation;

/// <summary>What variables and templates may say.</summary>
public sealed class VariableRuleTests
{
    [Theory]
    [InlineData("default: EU", "default: UK", "(4,61): DE0220: variable 'region' has a default that is not in its enum: EU, US.")]
    [InlineData("default: EU", "default: 5", "(4,61): DE0220: variable 'region' has a default that is not text; put it into quotes.")]
    [InlineData("[EU, US]", "[EU, 1]", "(4,47): DE0220: variable 'region' has an enum item that is not text; put it into quotes.")]
    [InlineData("region: {type: string, enum: [EU, US], default: EU}", "region: {type: string, minimum: 1}", "(4,36): DE0220: variable 'region' is of type string, which has no minimum or maximum; integer and number have.")]
    [InlineData("region: {type: string, enum: [EU, US], default: EU}", "region: {type: integer, minimum: 5, maximum: 1}", "(4,46): DE0220: variable 'region' has minimum 5, which is greater than its maximum 1.")]
    [InlineData("region: {type: string, enum: [EU, US], default: EU}", "region: {type: integer, maximum: 5, default: 6}", "(4,58): DE0220: variable 'region' has a default that is greater than its maximum 5.")]
    [InlineData("region: {type: string, enum: [EU, US], default: EU}", "region: {type: integer, minimum: 5, default: 1.5}", "(4,58): DE0220: variable 'region' has a default that is not a whole number.")]
    [InlineData("region: {type: string, enum: [EU, US], default: EU}", "region: {type: number, minimum: 5, default: 1.5}", "(4,57): DE0220: variable 'region' has a default that is less than its minimum 5.")]
    [InlineData("region: {type: string, enum: [EU, US], default: EU}", "region: {type: boolean, default: \"true\"}", "(4,46): DE0220: variable 'region' has a default that is not true or false.")]
    [InlineData("region: {type: string, enum: [EU, US], default: EU}", "region: {type: date, default: 2026-02-30}", "(4,43): DE0220: variable 'region' has a default that is not a date such as 2026-01-31.")]
    [InlineData("region: {type: string, enum: [EU, US], default: EU}", "region: {type: string, pattern: \"[A-Z\", default: EU}", "(4,45): DE0220: variable 'region' has a pattern that is not a regular expression: at offset 4: unterminated [] set.")]
    [InlineData("region: {type: string, enum: [EU, US], default: EU}", "region: {type: string, pattern: \"^[A-Z]{3}$\", default: EU}", "(4,68): DE0220: variable 'region' has a default that does not match its pattern ^[A-Z]{3}$.")]
    [InlineData("region: {type: string, enum: [EU, US], default: EU}", "region: {type: integer, pattern: \"[0-9]\"}", "(4,46): DE0220: variable 'region' is of type integer, which has no pattern; string has.")]
    [InlineData("variables: {", "variables: {interval_start: {type: date}, ", "(4,13): DE0234: variable 'interval_start' has the name of the parameter that SQL gets from the run's interval. Give it another name.")]
    [InlineData("orders/*.csv", "{{ variables.regin }}/*.csv", "(6,44): DE0235: extract 'orders' has file.path with the template 'variables.regin', but the pipeline has no such variable; it has region. Did you mean 'region'?")]
    public async Task Validate_BrokenVariable_IsReported(string from, string to, params string[] expected)
    {
        var found = await SomeTree.ValidateChangedAsync(from, to);

        Assert.Equal(expected, found.Select(problem => problem.ToString().Replace("acme/orders.yml", "", StringComparison.Ordinal)));
    }
}
