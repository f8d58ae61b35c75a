using DataEngineer.Definitions.Model;
using DataEngineer.Testing;
using static DataEngineer.Testing.Checks;

namespace DataEngineer.Core.Tests.Activities.Quality;

/// <summary>What each check of single rows finds, by type and null.</summary>
public sealed class RowRuleTests
{
    [Theory]
    [InlineData("BIGINT", "(1), (2), (NULL)", 1, 3)]
    [InlineData("VARCHAR", "(''), ('a'), (NULL), (NULL)", 2, 4)]
    [InlineData("DOUBLE", "('NaN'), ('1')", 0, 2)]
    [InlineData("TIMESTAMP", "(NULL)", 1, 1)]
    [InlineData("INTEGER[]", "([]), (NULL)", 1, 2)]
    public Task NotNull_ByType_CountsRowsWithoutAValue(string type, string values, long failed, long total) =>
        Expect(NotNull("x"), type, values, failed, total);

    [Theory]
    [InlineData("(1, 2), (1, NULL), (NULL, NULL), (NULL, 2)", 3)]
    [InlineData("(1, 2), (NULL, 2), (NULL, 2)", 2)]
    [InlineData("(1, 2)", 0)]
    public async Task NotNull_SeveralColumns_CountsARowOnce(string values, long failed)
    {
        using var bench = new AssertBench().With("d", "a, b", values).Assert(NotNull("a", "b"));
        Assert.Equal(failed, (await bench.JudgeOneAsync(TestContext.Current.CancellationToken)).FailedRows);
    }

    public static TheoryData<string, string, object[], long, long> AcceptedCases => new()
    {
        { "VARCHAR", "('EU'), ('eu'), (NULL), ('')", ["EU", "US"], 2, 3 },
        { "VARCHAR", "('1'), ('2'), ('1.0')", [1], 2, 3 },
        { "VARCHAR", "('true'), ('x')", [true], 1, 2 },
        { "VARCHAR", "('it''s')", ["it's"], 0, 1 },
        { "BIGINT", "(1), (2), (NULL)", [1, "2"], 0, 2 },
        { "INTEGER", "(1), (-5)", [1.0], 1, 2 },
        { "UBIGINT", "(18446744073709551615), (1)", ["18446744073709551615"], 1, 2 },
        { "DECIMAL(12,2)", "(1.10), (1.11)", [1.1], 1, 2 },
        { "DOUBLE", "('0.1'), ('0.2'), ('NaN'), ('inf')", [0.1, "NaN"], 2, 4 },
        { "FLOAT", "(0.1), (0.2)", [0.1], 1, 2 },
        { "BOOLEAN", "(true), (false), (NULL)", [true], 1, 2 },
        { "BOOLEAN", "(true), (false)", ["false"], 1, 2 },
        { "DATE", "('2026-01-31'), ('2026-02-01')", ["2026-01-31"], 1, 2 },
        { "DATE", "('2026-01-31'), ('2026-01-30')", ["2026-01-31T00:00:00+01:00"], 1, 2 },
        { "TIMESTAMP", "('2026-01-31 00:00:00'), ('2026-01-31 00:00:01')", ["2026-01-31"], 1, 2 },
        { "TIMESTAMP", "('2026-01-30 23:00:00.5')", ["2026-01-31T00:00:00.5+01:00"], 0, 1 },
        { "TIMESTAMPTZ", "('2026-01-30 23:00:00+00')", ["2026-01-31T00:00:00+01:00"], 0, 1 },
        { "TIME", "('06:30:00'), ('07:00:00')", ["06:30"], 1, 2 },
        { "UUID", "('00000000-0000-0000-0000-000000000001')", ["00000000-0000-0000-0000-000000000001"], 0, 1 },
        { "VARCHAR", "('a'), (NULL)", [], 1, 1 },
    };

    [Theory]
    [MemberData(nameof(AcceptedCases))]
    public Task AcceptedValues_ByType_ComparesAsTheColumnIsTyped(string type, string values, object[] accepted, long failed, long total) =>
        Expect(Accepted("x", accepted), type, values, failed, total);

    public static TheoryData<string, string, object?, object?, bool, long, long> RangeCases => new()
    {
        { "BIGINT", "(0), (1), (10), (11), (NULL)", 1, 10, true, 2, 4 },
        { "BIGINT", "(0), (1), (10), (11), (NULL)", 1, 10, false, 4, 4 },
        { "INTEGER", "(0), (1), (2)", 0.5, 1.5, true, 2, 3 },
        { "INTEGER", "(0), (1), (2)", 0.5, 1.5, false, 2, 3 },
        { "INTEGER", "(-1), (0)", -0.5, null, true, 1, 2 },
        { "TINYINT", "(127), (-128)", null, 1e12, true, 0, 2 },
        { "TINYINT", "(127), (-128), (NULL)", 1e12, null, true, 2, 2 },
        { "TINYINT", "(127), (-128), (NULL)", null, -300, true, 2, 2 },
        { "UBIGINT", "(0), (18446744073709551615)", -1, "18446744073709551614", true, 1, 2 },
        { "DECIMAL(12,2)", "(0.00), (0.01), (0.99), (1.00)", 0.001, 0.999, true, 2, 4 },
        { "DECIMAL(38,2)", "('999999999999999999999999999999999999.99')", null, 1e300, true, 0, 1 },
        { "DOUBLE", "('0'), ('NaN'), ('inf'), ('-inf'), ('5')", 0, null, true, 2, 5 },
        { "DOUBLE", "('0'), ('NaN'), ('inf'), ('-inf'), ('5')", null, 4, true, 3, 5 },
        { "DOUBLE", "('0'), ('NaN'), ('inf')", "-inf", "inf", true, 1, 3 },
        { "FLOAT", "(0.1), (0.2)", 0.1, 0.2, true, 0, 2 },
        { "DATE", "('2026-01-01'), ('2026-01-31'), (NULL), ('2025-12-31')", "2026-01-01", "2026-01-31", true, 1, 3 },
        { "TIMESTAMP", "('2026-01-31 00:00:00'), ('2026-01-31 00:00:01')", null, "2026-01-31", true, 1, 2 },
        { "TIMESTAMPTZ", "('2026-01-31 00:00:00+01'), ('2026-01-31 00:00:00+00')", null, "2026-01-31T00:00:00+01:00", true, 1, 2 },
        { "TIME", "('05:00'), ('07:00')", "06:00", null, true, 1, 2 },
    };

    [Theory]
    [MemberData(nameof(RangeCases))]
    public Task Range_ByType_CountsValuesOutside(string type, string values, object? min, object? max, bool inclusive, long failed, long total) =>
        Expect(Range("x", min, max, inclusive), type, values, failed, total);

    [Theory]
    [InlineData("[A-Z]{3}", "('ABC'), ('ABCD'), ('xABC'), (''), (NULL)", 3, 4)]
    [InlineData("a|b", "('a'), ('ab'), ('b')", 1, 3)]
    [InlineData(".*", "('a' || chr(10) || 'b'), ('ab')", 1, 2)]
    [InlineData("(?s).*", "('a' || chr(10) || 'b')", 0, 1)]
    [InlineData("it's \\d", "('it''s 1')", 0, 1)]
    [InlineData("[äö]", "('ä'), ('a')", 1, 2)]
    public Task Pattern_AsAWhole_CountsValuesThatDoNotMatch(string regex, string values, long failed, long total) =>
        Expect(Pattern("x", regex), "VARCHAR", values, failed, total);

    [Theory]
    [InlineData("BIGINT", "(1), (2), (NULL), (9)", "BIGINT", "(1), (2), (NULL)", 1, 3)]
    [InlineData("INTEGER", "(1), (2)", "DOUBLE", "(1.0), (2.5)", 1, 2)]
    [InlineData("VARCHAR", "('a'), ('A')", "VARCHAR", "('a'), ('a')", 1, 2)]
    [InlineData("DATE", "('2026-01-01')", "TIMESTAMP", "('2026-01-01 00:00:00')", 0, 1)]
    [InlineData("BIGINT", "(1), (NULL)", "BIGINT", "(NULL)", 1, 1)]
    public async Task Relationships_ByType_CountsValuesThatStandNowhere(string type, string values, string otherType, string others, long failed, long total)
    {
        using var bench = new AssertBench()
            .With("d", $"SELECT CAST(x AS {type}) AS x FROM (VALUES {values}) AS t(x)")
            .With("other", $"SELECT CAST(k AS {otherType}) AS \"the id\" FROM (VALUES {others}) AS t(k)")
            .Assert(Related("x", "other.the id"));
        await ExpectAsync(bench, failed, total);
    }

    [Fact]
    public async Task Relationships_ToItsOwnDataset_FindsOrphans()
    {
        using var bench = new AssertBench().With("d", "id, parent", "(1, NULL), (2, 1), (3, 7)").Assert(Related("parent", "d.id"));
        await ExpectAsync(bench, 1, 2);
    }

    private static async Task Expect(AssertDefinition definition, string type, string values, long failed, long total)
    {
        using var bench = new AssertBench().With("d", $"SELECT CAST(x AS {type}) AS x FROM (VALUES {values}) AS t(x)").Assert(definition);
        await ExpectAsync(bench, failed, total);
    }

    private static async Task ExpectAsync(AssertBench bench, long failed, long total)
    {
        var result = await bench.JudgeOneAsync(TestContext.Current.CancellationToken);
        Assert.Equal((failed, total), (result.FailedRows, result.TotalRows));
        Assert.Equal(failed, result.Sample is { } sample ? bench.Read(sample).Count : 0);
    }
}
