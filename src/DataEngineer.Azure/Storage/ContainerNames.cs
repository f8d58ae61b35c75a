using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace DataEngineer.Azure.Storage;

/// <summary>
/// Which container is whose. A customer id that is a legal container name stands in it as it is; any other stands as a readable part and
/// a hash, under a prefix of its own, so that no two ids ever share a container.
/// </summary>
internal static partial class ContainerNames
{
    private const int Longest = 63;
    private const string Kept = "customer";
    private const string Plain = Kept + "-";
    private const string Hashed = Kept + "0-";
    private const int HashLength = 20;

    public static bool IsValid(string name) => name.Length is >= 3 and <= Longest && Legal().IsMatch(name);

    public static bool IsKept(string name) => name.StartsWith(Kept, StringComparison.Ordinal);

    public static string Of(string customer)
    {
        if (Legal().IsMatch(customer) && Plain.Length + customer.Length <= Longest)
        {
            return Plain + customer;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(customer)))[..HashLength];
        var readable = Illegal().Replace(customer.ToLowerInvariant(), "-");
        readable = readable[..Math.Min(readable.Length, Longest - Hashed.Length - HashLength - 1)].Trim('-');
        return readable.Length == 0 ? Hashed + hash : $"{Hashed}{readable}-{hash}";
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Legal();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Illegal();
}
