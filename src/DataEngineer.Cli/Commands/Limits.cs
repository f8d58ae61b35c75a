using System.CommandLine;
using System.Globalization;

namespace DataEngineer.Cli.Commands;

/// <summary>Options that count.</summary>
internal static class Limits
{
    /// <summary>--limit, a whole number from 1.</summary>
    public static Option<int> Option(string description, int standard) => new("--limit")
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            {
                return number;
            }

            result.AddError($"--limit is '{text}'; it must be a whole number from 1.");
            return standard;
        },
    };
}
