using DataEngineer.Definitions.Model;
using DataEngineer.Engine;

namespace DataEngineer.Activities.Extract.Csv;

/// <summary>The reader's options that come from the definition alone.</summary>
internal static class CsvOptions
{
    /// <summary>Nothing is skipped, and nothing is a comment, unless the definition says so: what the engine guesses there loses rows.</summary>
    public static string Fixed(CsvDefinition csv) =>
        $", skip = {csv.SkipRows}, comment = {Sql.Literal(csv.Comment ?? "")}"
        + (csv.NullValues.Count > 0 ? $", nullstr = {Sql.List(csv.NullValues)}" : "")
        + (csv.PadRaggedRows ? ", null_padding = true" : "");

    /// <summary>The delimiter as the engine takes it.</summary>
    public static string Unescape(string delimiter) => delimiter.Replace("\\t", "\t", StringComparison.Ordinal);
}
