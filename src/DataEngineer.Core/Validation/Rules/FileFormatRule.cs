using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Model;

namespace DataEngineer.Validation.Rules;

/// <summary>A file's format is named, or can be told from its path's ending.</summary>
internal sealed class FileFormatRule : IRule<PipelineScope>
{
    public string Code => "DE0224";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from extract in scope.Pipeline.Extract
        let file = extract.Value.File
        where file is { Format: null, Path.Length: > 0 } && FilePaths.FormatOf(file) is null && !scope.IsGiven($"extract.{extract.Key}.file.format")
        select new Finding($"extract.{extract.Key}.file.path",
            $"extract '{extract.Key}' has file.path {Shown.Value("", file.Path)}, whose ending tells no format; .csv, .tsv, .json, .ndjson, .jsonl and .parquet do, also with .gz.",
            $"Write 'format:' with one of {Words.List(Enum.GetValues<FileFormat>())}.");
}
