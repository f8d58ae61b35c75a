using System.Text.Json.Nodes;
using DataEngineer.Plans;

namespace DataEngineer.Cli.Summaries;

/// <summary>Command lines to be copied: complete with the options that this process was given.</summary>
/// <param name="options">Pairs of a global option and its value, where it differs from the default.</param>
internal sealed class CommandLines(IReadOnlyList<(string Name, string Value)> options)
{
    public string Run(RunIdentity run, string? interval) => Run($"{run.Customer}/{run.Pipeline}", interval);

    /// <param name="pipeline">customer/pipeline.</param>
    /// <param name="interval">As --interval takes it; null for none.</param>
    /// <param name="variables">As given.</param>
    public string Run(string pipeline, string? interval = null, IReadOnlyDictionary<string, JsonValue>? variables = null)
    {
        var extra = new List<(string Name, string Value)>();
        if (interval is not null)
        {
            extra.Add(("--interval", interval));
        }

        extra.AddRange((variables ?? new Dictionary<string, JsonValue>(StringComparer.Ordinal)).Select(variable => ("--var", $"{variable.Key}={variable.Value}")));
        return Line($"run {pipeline}", extra);
    }

    public string Preview(RunIdentity run, string dataset) => Line($"preview {run.Customer}/{run.Pipeline} {dataset}");

    public string Retry(RunIdentity run, bool latest) => Line($"retry {run}", latest ? [("--definition", "latest")] : []);

    public string Show(RunIdentity run) => Line($"runs show {run}");

    public string List(string customer) => Line($"runs list {customer}");

    public string Cancel(RunIdentity run) => Line($"runs cancel {run}");

    public string Validate() => Line("validate");

    private string Line(string command, IReadOnlyList<(string Name, string Value)>? extra = null)
    {
        var words = new List<string> { "dataeng", command };
        foreach (var (name, value) in (extra ?? []).Concat(options))
        {
            words.Add(name);
            words.Add(Quoted(value));
        }

        return string.Join(' ', words);
    }

    private static string Quoted(string value) =>
        value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || "/._-:=@,+\\".Contains(c, StringComparison.Ordinal))
            ? value
            : $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
