using System.Text.RegularExpressions;

namespace DataEngineer.Definitions.Yaml;

/// <summary>
/// The core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema): yes, no, on, off, dates and 1:30 are text.
/// </summary>
internal static partial class CoreSchema
{
    public static CoreType TypeOf(YamlScalar scalar)
    {
        if (!scalar.IsPlain)
        {
            return CoreType.Text;
        }

        return scalar.Text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => CoreType.Null,
            "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => CoreType.Boolean,
            _ when !CanStartNumber(scalar.Text[0]) => CoreType.Text,
            _ when Integer().IsMatch(scalar.Text) => CoreType.Integer,
            _ when Number().IsMatch(scalar.Text) => CoreType.Number,
            _ => CoreType.Text,
        };
    }

    private static bool CanStartNumber(char first) => char.IsAsciiDigit(first) || first is '+' or '-' or '.';

    [GeneratedRegex(@"^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Integer();

    [GeneratedRegex(@"^([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?(\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
