using System.Reflection;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Publishing;

namespace DataEngineer.Validation;

/// <summary>What each diagnostic code means: the XML summary of its constant or its rule.</summary>
public static class CodeReference
{
    private static readonly Lazy<SortedDictionary<string, string?>> Known = new(Read);

    /// <summary>Every code with its summary, in order; the summary is null where the documentation file is missing.</summary>
    public static IReadOnlyDictionary<string, string?> All => Known.Value;

    /// <summary>What the code means, or null.</summary>
    public static string? SummaryOf(string code) => Known.Value.GetValueOrDefault(code);

    private static SortedDictionary<string, string?> Read()
    {
        var all = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var field in new[] { typeof(DiagnosticCodes), typeof(PlanningCodes) }.SelectMany(codes => codes.GetFields(BindingFlags.Public | BindingFlags.Static)))
        {
            all.Add((string)field.GetRawConstantValue()!, XmlSummaries.Of(field));
        }

        foreach (var (code, type) in RuleCatalog.Pipelines.Select(rule => (rule.Code, rule.GetType())).Concat(RuleCatalog.Customers.Select(rule => (rule.Code, rule.GetType()))))
        {
            all.Add(code, XmlSummaries.Of(type));
        }

        return all;
    }
}
