using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Store;

namespace DataEngineer.Validation.Rules;

/// <summary>A file path is relative, with forward slashes, and does not leave its connection's root.</summary>
internal sealed class FilePathRule : IRule<PipelineScope>
{
    public string Code => "DE0223";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from extract in scope.Pipeline.Extract
        let path = extract.Value.File?.Path
        where !string.IsNullOrEmpty(path) && !BlobPath.IsValid(FilePaths.WithoutTemplates(path))
        select new Finding($"extract.{extract.Key}.file.path",
            $"extract '{extract.Key}' has file.path {Shown.Value("", path)}, which is not a path below the connection's root.",
            "Paths are relative, use / and have no '..'.");
}
