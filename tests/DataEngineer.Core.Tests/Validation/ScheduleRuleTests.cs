using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Validation;

/// <summary>What schedules, retries and timeouts may say.</summary>
public sealed class ScheduleRuleTests
{
    [Theory]
    [InlineData("0 6 * * *", "@daily", "(3,18): DE0217: the schedule has cron '@daily', which has 1 field instead of five. Write '0 0 * * *'.")]
    [InlineData("0 6 * * *", "0 0 6 * * *", "(3,18): DE0217: the schedule has cron '0 0 6 * * *', which has 6 fields instead of five. The fields are minute, hour, day of month, month, day of week: '0 6 * * *' is every day at six.")]
    [InlineData("0 6 * * *", "61 6 * * *", "(3,18): DE0217: the schedule has cron '61 6 * * *', which is not a cron expression. The fields are minute, hour, day of month, month, day of week: '0 6 * * *' is every day at six.")]
    [InlineData("0 6 * * *", "0 6 31 2 *", "(3,18): DE0217: the schedule has cron '0 6 31 2 *', which never comes. The fields are minute, hour, day of month, month, day of week: '0 6 * * *' is every day at six.")]
    [InlineData("interval: day", "interval: day, timezone: Europe/Amsterdm", "(3,56): DE0218: the schedule has timezone 'Europe/Amsterdm', which is not an IANA time zone. Did you mean 'Europe/Amsterdam'?")]
    [InlineData("interval: day", "interval: day, timezone: CET+1", "(3,56): DE0218: the schedule has timezone 'CET+1', which is not an IANA time zone. Did you mean 'CET'?")]
    [InlineData("2026-01-01", "0026-01-01", "(3,53): DE0219: the schedule has start 0026-01-01; allowed are the years 1970 to 2199.")]
    [InlineData("table: sales.daily", "table: sales.daily, retry: {interval: 10m}", "(14,68): DE0228: retry of load 'daily' has interval 10m, which is longer than its max_interval 5m. Shorten interval, or write a longer max_interval.")]
    [InlineData("version: 1", "version: 1\ndefaults: {retry: {interval: 2m, max_interval: 1m}}", "(2,30): DE0228: defaults.retry has interval 2m, which is longer than its max_interval 1m. Shorten interval, or write a longer max_interval.")]
    [InlineData("table: sales.daily", "table: sales.daily, timeout: 0s", "(14,59): DE0229: timeout of load 'daily' is 0, so that no attempt could end in time. Write a duration such as 15m, or leave it out.")]
    public async Task Validate_BrokenTiming_IsReported(string from, string to, params string[] expected)
    {
        var found = await SomeTree.ValidateChangedAsync(from, to);

        Assert.Equal(expected, found.Select(problem => problem.ToString().Replace("acme/orders.yml", "", StringComparison.Ordinal)));
    }
}
