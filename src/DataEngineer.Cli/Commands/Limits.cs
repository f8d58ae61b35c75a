using System.CommandLine;
using System.CommandLine.Parsing;

namespace DataEngineer.Cli.Commands;

/// <summary>Bounds of options that count.</summary>
internal static class Limits
{
    public static Action<OptionResult> AtLeastOne(Option<int> option) => result =>
    {
        if (result.GetValueOrDefault<int>() < 1)
        {
            result.AddError($"{option.Name} is {result.GetValueOrDefault<int>()}; it must be 1 or more.");
        }
    };
}
