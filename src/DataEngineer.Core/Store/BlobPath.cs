namespace DataEngineer.Store;

/// <summary>The rule for paths inside a store.</summary>
public static class BlobPath
{
    /// <summary>True for a relative path with forward slashes, no empty, '.' or '..' part, no control character, no backslash, no drive.</summary>
    public static bool IsValid(string path) =>
        path.Length is > 0 and <= 1024
        && !path.AsSpan().ContainsAny('\\', ':')
        && !path.Any(char.IsControl)
        && path.Split('/').All(part => part.Length > 0 && part is not ("." or ".."));

    /// <summary>The path itself, or an exception that names it.</summary>
    public static string Check(string path) =>
        IsValid(path) ? path : throw new ArgumentException($"'{path}' is not a path inside the store: relative, forward slashes, no '..'.", nameof(path));
}
