namespace DataEngineer.Definitions.Diagnostics;

/// <summary>Tells from its name whether a key holds a secret.</summary>
internal static class SecretNames
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "passwd", "pwd", "passphrase", "token", "secret", "secrets", "credential", "credentials", "apikey", "sas",
    };

    private static readonly HashSet<string> PlainKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "primary_key", "partition_key", "sort_key", "foreign_key", "merge_key",
    };

    /// <summary>True for password, api_key, client_secret, SHOP_TOKEN; false for primary_key.</summary>
    public static bool IsSecret(string name)
    {
        var words = name.Split('_', '-');
        return Array.Exists(words, Words.Contains)
            || (string.Equals(words[^1], "key", StringComparison.OrdinalIgnoreCase) && !PlainKeys.Contains(name));
    }

    /// <summary>True where a step of the path is the name of a secret.</summary>
    public static bool AnyIn(string path) => path.Split('.', '[').Any(IsSecret);
}
