using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Naming;
using DataEngineer.Store;

namespace DataEngineer.Validation.Rules;

/// <summary>A .sql file that a pipeline names lies in its customer's folder.</summary>
internal sealed class SqlFileExistsRule : IRule<PipelineScope>
{
    public string Code => "DE0215";

    public IEnumerable<Finding> Check(PipelineScope scope) =>
        from reference in scope.SqlReferences()
        where SqlReference.IsPath(reference.Sql)
        let problem = Problem(scope, reference.Sql)
        where problem is not null
        select new Finding(reference.Path, $"{PathWords.Has(reference.Path)} '{Shown.Text(reference.Sql)}', {problem}.", Fix(scope, reference.Sql));

    private static string? Problem(PipelineScope scope, string path)
    {
        if (!BlobPath.IsValid(path))
        {
            return $"which is not a path inside the folder {scope.Customer.Id}/";
        }

        return scope.Customer.Files.Contains(path) ? null : $"which is not in the folder {scope.Customer.Id}/";
    }

    private static string Fix(PipelineScope scope, string path) =>
        Suggestion.For(path, scope.Customer.Files.Where(file => file.EndsWith(".sql", StringComparison.OrdinalIgnoreCase)))
        ?? "Paths begin at the customer's folder, use / and have no '..'.";
}
