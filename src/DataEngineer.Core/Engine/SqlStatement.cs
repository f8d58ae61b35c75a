using DataEngineer.Failures;
using DataEngineer.Plans;

namespace DataEngineer.Engine;

/// <summary>One query of a person's, checked so that it can stand in parentheses inside a statement of ours.</summary>
/// <param name="Sql">As written.</param>
/// <param name="Length">Its first characters that are the query, without a closing semicolon and what follows it.</param>
public sealed record SqlStatement(SqlText Sql, int Length)
{
    private static readonly HashSet<string> Openings =
        new(["SELECT", "WITH", "FROM", "VALUES", "TABLE", "PIVOT", "UNPIVOT", "DESCRIBE", "SUMMARIZE", "SHOW"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Functions that act on the engine itself, run hidden SQL or read memory; some end the whole process when the jail refuses them.</summary>
    private static readonly HashSet<string> Forbidden = new(
        [
            "enable_logging", "disable_logging", "truncate_duckdb_logs", "write_log", "query", "json_execute_serialized_sql",
            "arrow_scan", "arrow_scan_dumb", "seq_scan", "read_duckdb", "checkpoint", "force_checkpoint", "setseed",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the text without the engine. Throws <see cref="StepFailedException"/> where it is not exactly one query.</summary>
    public static SqlStatement Check(SqlText sql)
    {
        var depth = 0;
        var length = sql.Text.Length;
        var ended = false;
        var opened = false;
        var before = default((int Start, int Length));
        foreach (var token in SqlTokens.Of(sql.Text))
        {
            var text = sql.Text.AsSpan(token.Start, token.Length);
            if (ended && text is not ";")
            {
                throw Refuse(sql, token.Start, "a second statement begins here", "Keep one SELECT; give each further query an entry of its own.");
            }

            if (text is ";")
            {
                (ended, length) = (true, ended ? length : token.Start);
                continue;
            }

            if (text is "(" && Forbidden.GetAlternateLookup<ReadOnlySpan<char>>().Contains(sql.Text.AsSpan(before.Start, before.Length).Trim('"')))
            {
                throw Forbid(sql, before);
            }

            before = token;
            depth += text is "(" ? 1 : text is ")" ? -1 : 0;
            if (depth < 0)
            {
                throw Refuse(sql, token.Start, "this ) closes nothing", "Remove it, or add the ( that it closes.");
            }

            if (!opened && text is not "(")
            {
                opened = true;
                if (!Openings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text))
                {
                    throw Refuse(sql, token.Start, "the SQL is not a query", "Begin with SELECT, WITH, FROM, VALUES, PIVOT or UNPIVOT; statements that change anything are not run.");
                }
            }
        }

        if (!opened)
        {
            throw Refuse(sql, 0, "there is no query", "Write one SELECT.");
        }

        return new SqlStatement(sql, length);
    }

    private static StepFailedException Forbid(SqlText sql, (int Start, int Length) token)
    {
        var spot = SqlSpot.At(sql, token.Start);
        return StepFailedException.Terminal(
            "DE0609", FailureClass.Permission, $"{spot}: DE0609: function {sql.Text.Substring(token.Start, token.Length)} is not allowed in a query.\n{spot.Picture()}", "Write the query without it.");
    }

    private static StepFailedException Refuse(SqlText sql, int index, string what, string next)
    {
        var spot = SqlSpot.At(sql, index);
        return StepFailedException.Terminal("DE0611", FailureClass.Definition, $"{spot}: DE0611: {what}; exactly one SELECT is allowed.\n{spot.Picture()}", next);
    }
}
