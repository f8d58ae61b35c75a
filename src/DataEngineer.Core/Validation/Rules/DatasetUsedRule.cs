using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Validation.Rules;

/// <summary>A dataset is loaded, asserted or read by a query; one that is not costs time for nothing.</summary>
internal sealed class DatasetUsedRule : IRule<PipelineScope>
{
    public string Code => "DE0232";

    public IEnumerable<Finding> Check(PipelineScope scope)
    {
        if (scope.Pipeline.Load.Count == 0 && scope.Pipeline.Assert.Count == 0)
        {
            return [];
        }

        var named = scope.Pipeline.Load.Select(load => load.Value.Dataset ?? load.Key)
            .Concat(scope.Pipeline.Assert.Select(assertion => assertion.Dataset ?? ""))
            .Concat(scope.Pipeline.Assert.Select(assertion => assertion.Relationships?.To.Split('.')[0] ?? ""))
            .Concat(scope.Pipeline.Transform.SelectMany(transform => transform.Value.DependsOn))
            .ToHashSet(StringComparer.Ordinal);
        var texts = scope.SqlReferences().Select(reference => (reference.Path, Text: scope.SqlText(reference.Sql))).ToList();
        return
            from dataset in scope.Datasets
            where !named.Contains(dataset) && !texts.Exists(text => text.Path != $"transform.{dataset}.sql" && (text.Text is null || HasWord(text.Text, dataset)))
            let section = scope.Pipeline.Extract.ContainsKey(dataset) ? "extract" : "transform"
            select new Finding($"{section}.{dataset}", $"dataset '{dataset}' is not loaded, asserted or read by any query.", "Use it, or remove it.", AtKey: true)
            {
                Severity = DiagnosticSeverity.Warning,
            };
    }

    private static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var after = at + word.Length;
            if ((at == 0 || !IsWordPart(text[at - 1])) && (after == text.Length || !IsWordPart(text[after])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
