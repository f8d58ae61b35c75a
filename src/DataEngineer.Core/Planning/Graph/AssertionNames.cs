using System.Text;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Naming;

namespace DataEngineer.Planning.Graph;

/// <summary>Names assertions that have no name of their own after their check, dataset and columns; a number makes equal ones different.</summary>
internal sealed class AssertionNames(IEnumerable<string> taken)
{
    private const int Longest = 63;

    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    public string For(AssertDefinition assertion, string dataset)
    {
        var (check, columns) = Describe(assertion);
        var name = Plain(string.Join('_', columns.Prepend(dataset).Prepend(check)), Longest);
        for (var number = 2; !_taken.Add(name); number++)
        {
            var suffix = $"_{number}";
            name = Plain(string.Join('_', columns.Prepend(dataset).Prepend(check)), Longest - suffix.Length) + suffix;
        }

        return name;
    }

    /// <summary>The check's word and the columns it judges.</summary>
    public static (string Check, IReadOnlyList<string> Columns) Describe(AssertDefinition assertion) => assertion switch
    {
        { NotNull: { Count: > 0 } columns } => (Word(nameof(assertion.NotNull)), columns),
        { Unique: { Count: > 0 } columns } => (Word(nameof(assertion.Unique)), columns),
        { AcceptedValues: { } check } => (Word(nameof(assertion.AcceptedValues)), [check.Column]),
        { Relationships: { } check } => (Word(nameof(assertion.Relationships)), [check.Column]),
        { Range: { } check } => (Word(nameof(assertion.Range)), [check.Column]),
        { Pattern: { } check } => (Word(nameof(assertion.Pattern)), [check.Column]),
        { RowCount: not null } => (Word(nameof(assertion.RowCount)), []),
        { Freshness: { } check } => (Word(nameof(assertion.Freshness)), [check.Column]),
        { Sql: not null } => (Word(nameof(assertion.Sql)), []),
        _ => ("assertion", []),
    };

    private static string Word(string member) => SnakeCase.Of(member);

    private static string Plain(string name, int longest)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name.ToLowerInvariant())
        {
            plain.Append(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '_');
        }

        return plain.ToString(0, Math.Min(plain.Length, longest));
    }
}
