using DataEngineer.Plans;

namespace DataEngineer.Cli.Summaries;

/// <summary>Command lines to be copied: complete with the options that this process was given.</summary>
/// <param name="options">Pairs of a global option and its value, where it differs from the default.</param>
internal sealed class CommandLines(IReadOnlyList<(string Name, string Value)> options)
{
    /// <param name="interval">As --interval takes it; null for none.</param>
    public string Run(RunIdentity run, string? interval) =>
        Line($"run {run.Customer}/{run.Pipeline}", interval is null ? [] : [("--interval", interval)]);

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
