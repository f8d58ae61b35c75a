using System.Text.Json;
using System.Text;
using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Planning.Queries;

/// <summary>Turns a text of SQL and the engine's answer about it into what the text says.</summary>
internal static class SqlParser
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 8192 };

    /// <param name="answer">What json_serialize_sql answered.</param>
    public static ParsedQuery Parse(string sql, string answer)
    {
        var tokens = SqlLexer.Read(sql);
        var problems = Positional(tokens).ToList();
        var beginnings = StatementKind.Beginnings(tokens);
        if (sql.Contains('\0', StringComparison.Ordinal))
        {
            return Wrong(new SqlProblem(PlanningCodes.SqlSyntax, sql.IndexOf('\0', StringComparison.Ordinal), "the text holds a null character.", Fix: null));
        }

        if (beginnings.Count == 0)
        {
            return Wrong(new SqlProblem(PlanningCodes.NotOneStatement, 0, "the text holds no SQL.", "Write one SELECT."));
        }

        if (beginnings.Count > 1)
        {
            return Wrong(new SqlProblem(
                PlanningCodes.NotOneStatement, beginnings[1], $"the text holds {beginnings.Count} statements; a query is one SELECT.", "Make each its own transform."));
        }

        using var document = JsonDocument.Parse(answer, Deep);
        var root = document.RootElement;
        if (!root.GetProperty("error"u8).GetBoolean())
        {
            return Described(sql, tokens, root, problems);
        }

        if (root.GetProperty("error_type"u8).ValueEquals("parser"u8))
        {
            return Wrong(Syntax(sql, root));
        }

        if (StatementKind.IsPivot(tokens))
        {
            return new ParsedQuery([], Named(tokens), problems, ShowsInputs: false);
        }

        if (problems.Count == 0)
        {
            problems.Add(Other(tokens, root));
        }

        return new ParsedQuery([], Named(tokens), problems, ShowsInputs: true);
    }

    private static ParsedQuery Described(string sql, IReadOnlyList<SqlToken> tokens, JsonElement root, List<SqlProblem> problems)
    {
        var tree = new QueryTree(Encoded(sql));
        tree.Read(root.GetProperty("statements"u8));
        problems.AddRange(TableRules.Check(tree));
        return new ParsedQuery(TableRules.Plain(tree), Named(tokens), problems, ShowsInputs: true);
    }

    private static SqlProblem Syntax(string sql, JsonElement root)
    {
        var message = SqlExcerpt.Short(root.GetProperty("error_message"u8).GetString() ?? "syntax error");
        var index = root.TryGetProperty("position"u8, out var position) && int.TryParse(position.GetString(), out var characters)
            ? Scalars(sql, characters)
            : 0;
        index = Math.Min(index, sql.AsSpan().TrimEnd().Length);
        return new SqlProblem(PlanningCodes.SqlSyntax, index, $"{message} in: {SqlExcerpt.Around(sql, index)}", Fix: null);
    }

    private static SqlProblem Other(IReadOnlyList<SqlToken> tokens, JsonElement root)
    {
        var word = StatementKind.Named(tokens);
        return word is null || word is "SELECT" or "WITH" or "FROM"
            ? new SqlProblem(PlanningCodes.SqlSyntax, tokens[0].Index, SqlExcerpt.Short(root.GetProperty("error_message"u8).GetString() ?? "not understood"), Fix: null)
            : new SqlProblem(
                PlanningCodes.NotASelect, tokens[0].Index, $"{word} {StatementKind.Purpose(word)}; a query is one SELECT.", "Write only the SELECT; its result is the dataset.");
    }

    private static IEnumerable<SqlProblem> Positional(IReadOnlyList<SqlToken> tokens) => tokens
        .Where(token => token.Kind == SqlTokenKind.Positional)
        .Take(1)
        .Select(token => new SqlProblem(
            PlanningCodes.PositionalParameter, token.Index, "a parameter has no name; parameters are variables and the interval's bounds.", "Write $name, for example $interval_start."));

    private static List<SqlToken> Named(IReadOnlyList<SqlToken> tokens) =>
        tokens.Where(token => token.Kind == SqlTokenKind.Parameter).DistinctBy(token => token.Text).ToList();

    private static ParsedQuery Wrong(SqlProblem problem) => new([], [], [problem], ShowsInputs: true);

    /// <summary>The tree counts bytes of UTF-8.</summary>
    private static Func<long, int> Encoded(string sql)
    {
        if (Ascii.IsValid(sql))
        {
            return bytes => (int)Math.Min(bytes, sql.Length);
        }

        var encoded = Encoding.UTF8.GetBytes(sql);
        return bytes => Encoding.UTF8.GetCharCount(encoded, 0, (int)Math.Min(bytes, encoded.Length));
    }

    /// <summary>Errors count characters of Unicode.</summary>
    private static int Scalars(string sql, int characters)
    {
        var index = 0;
        foreach (var rune in sql.EnumerateRunes())
        {
            if (characters-- <= 0)
            {
                break;
            }

            index += rune.Utf16SequenceLength;
        }

        return index;
    }
}
