using System.Text.RegularExpressions;
using DataEngineer.Definitions.Model;

namespace DataEngineer.Validation;

/// <summary>What a file path says before its templates are rendered.</summary>
internal static partial class FilePaths
{
    /// <summary>The path with a letter in place of each template.</summary>
    public static string WithoutTemplates(string path) => Templates().Replace(path, "x");

    /// <summary>The format that is named, or the one that the ending tells.</summary>
    public static FileFormat? FormatOf(FileDefinition file) => file.Format ?? FileFormats.FromPath(WithoutTemplates(file.Path));

    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Templates();
}
