using System.Text.RegularExpressions;
using DataEngineer.Store;

namespace DataEngineer.Connectors.Loading;

/// <summary>The rule for what a connection may name below <c>targets/</c> of its customer's store.</summary>
internal static partial class TargetPath
{
    /// <summary>True for names that mean the same to every file system and to the engine's own connection strings.</summary>
    public static bool IsPlain(string path) => BlobPath.IsValid(path) && Plain().IsMatch(path);

    [GeneratedRegex(@"^[\p{L}\p{N}_][\p{L}\p{N}_. -]*(/[\p{L}\p{N}_][\p{L}\p{N}_. -]*)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();
}
