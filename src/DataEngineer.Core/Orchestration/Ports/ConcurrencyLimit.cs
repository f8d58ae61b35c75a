namespace DataEngineer.Orchestration.Ports;

/// <summary>At most <paramref name="MaxConcurrent"/> activities that name the same <paramref name="Key"/> run at once.</summary>
/// <param name="Key">For example <c>customer:acme</c> or <c>connection:acme/shop_api</c>.</param>
/// <param name="MaxConcurrent">One or more. Where calls name different values for one key, the smallest now waiting or running holds.</param>
public sealed record ConcurrencyLimit(string Key, int MaxConcurrent);
