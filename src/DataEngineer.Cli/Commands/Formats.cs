using System.CommandLine;

namespace DataEngineer.Cli.Commands;

/// <summary>Options that name an output format.</summary>
internal static class Formats
{
    /// <summary>--format, by default the first of these.</summary>
    public static Option<string> Option(params string[] formats) => Named("--format", "How the result is written.", formats);

    /// <summary>The same under another name.</summary>
    public static Option<string> Named(string name, string description, params string[] formats)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => formats[0] };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }
}
