using System.Text.RegularExpressions;
using CsCheck;
using DataEngineer.Testing;
using static DataEngineer.Testing.Checks;

namespace DataEngineer.Core.Tests.Activities.Quality;

/// <summary>Measured together, rules find what a plain loop over the rows finds.</summary>
public sealed class NaiveEvaluationTests
{
    private static readonly Gen<(int? A, string? B)> GenRow =
        Gen.Select(Gen.Int[-4, 6].Select(a => a == -4 ? (int?)null : a), Word("", "a", "ab", "B", "x'y", "é", null));

    private static readonly Gen<((int? A, string? B)[] Rows, int Min, int Max, bool Inclusive, string?[] Accepted, int[] Keys)> GenCase =
        Gen.Select(GenRow.Array[0, 25], Gen.Int[-4, 2], Gen.Int[0, 7], Gen.Bool, Word("a", "B", "x'y", "zz").Array[0, 3], Gen.Int[-3, 6].Array[0, 6]);

    [Fact]
    public Task RandomTables_OneMeasuring_EqualsPerRowEvaluation() => GenCase.SampleAsync(
        async sample =>
        {
            var (rows, min, max, inclusive, accepted, keys) = sample;
            using var bench = new AssertBench()
                .With("d", Table(rows.Select(row => $"({row.A?.ToString() ?? "NULL"}, {Quoted(row.B)})"), "a INTEGER, b VARCHAR"))
                .With("other", Table(keys.Select(key => $"({key})"), "k INTEGER"))
                .Assert(NotNull("a", "b")).Assert(Unique("a")).Assert(Unique("a", "b")).Assert(Range("a", min, max, inclusive)).Assert(Range("a", min + 0.5))
                .Assert(Accepted("b", [.. accepted.OfType<object>()])).Assert(Pattern("b", "[a-z]+")).Assert(Related("a", "other.k")).Assert(Sql("select * from d where a > 2"));
            var outcome = await bench.RunAsync(CancellationToken.None);
            (long, long)[] expected =
            [
                (rows.Count(row => row.A is null || row.B is null), rows.Length),
                (Shared(rows.Where(row => row.A is not null), row => row.A), rows.Count(row => row.A is not null)),
                (Shared(rows.Where(row => row.A is not null && row.B is not null), row => row), rows.Count(row => row.A is not null && row.B is not null)),
                (rows.Count(row => row.A is { } a && (inclusive ? a < min || a > max : a <= min || a >= max)), rows.Count(row => row.A is not null)),
                (rows.Count(row => row.A is { } a && a < min + 0.5), rows.Count(row => row.A is not null)),
                (rows.Count(row => row.B is { } b && !accepted.Contains(b)), rows.Count(row => row.B is not null)),
                (rows.Count(row => row.B is { } b && !Regex.IsMatch(b, "^[a-z]+$", RegexOptions.None, TimeSpan.FromSeconds(1))), rows.Count(row => row.B is not null)),
                (rows.Count(row => row.A is { } a && !keys.Contains(a)), rows.Count(row => row.A is not null)),
                (rows.Count(row => row.A > 2), rows.Length),
            ];
            Assert.Equal(expected, outcome.Assertions.Select(result => (result.FailedRows, result.TotalRows)));
        },
        iter: 60,
        threads: 1);

    private static long Shared<TRow, TKey>(IEnumerable<TRow> rows, Func<TRow, TKey> key) => rows.GroupBy(key).Where(group => group.Count() > 1).Sum(group => group.Count());

    private static Gen<string?> Word(params string?[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static string Table(IEnumerable<string> rows, string columns)
    {
        var named = columns.Split(", ").Select(column => column.Split(' ')).ToArray();
        var nulls = string.Join(", ", named.Select(_ => "NULL"));
        var casts = string.Join(", ", named.Select((column, i) => $"CAST(c{i} AS {column[1]}) AS {column[0]}"));
        return $"SELECT {casts} FROM (VALUES {string.Join(", ", rows.Prepend($"({nulls})"))}) AS t({string.Join(", ", named.Select((_, i) => $"c{i}"))}) OFFSET 1";
    }

    private static string Quoted(string? text) => text is null ? "NULL" : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
