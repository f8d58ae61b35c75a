using System.Globalization;
using DataEngineer.Plans;

namespace DataEngineer.Cli.Summaries;

/// <summary>Command lines to be copied: complete with the options that this process was given.</summary>
/// <param name="options">Pairs of a global option and its value, where it differs from the default.</param>
internal sealed class CommandLines(IReadOnlyList<(string Name, string Value)> options)
{
    public string Run(RunIdentity run, RunInterval? interval) =>
        Line("run", $"{run.Customer}/{run.Pipeline}", interval is null ? [] : [("--interval", Of(interval))]);

    public string Preview(RunIdentity run, string dataset) => Line($"preview {run.Customer}/{run.Pipeline} {dataset}");

    public string Retry(RunIdentity run, bool latest) => Line($"retry {run}", extra: latest ? [("--definition", "latest")] : []);

    public string Show(RunIdentity run) => Line($"runs show {run}");

    public string List(string customer) => Line($"runs list {customer}");

    public string Cancel(RunIdentity run) => Line($"runs cancel {run}");

    public string Validate() => Line("validate");

    /// <summary>As --interval takes it.</summary>
    public static string Of(RunInterval interval) => interval.Start.TimeOfDay == TimeSpan.Zero
        ? interval.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : interval.Start.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private string Line(string verb, string? argument = null, IReadOnlyList<(string Name, string Value)>? extra = null)
    {
        var words = new List<string> { "dataeng", verb };
        if (argument is not null)
        {
            words.Add(argument);
        }

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
