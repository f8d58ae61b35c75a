using System.Globalization;
using System.Numerics;
using DataEngineer.Activities.Quality.Values;
using DataEngineer.Definitions.Model;
using DataEngineer.Engine;
using DataEngineer.Plans;

namespace DataEngineer.Activities.Quality.Rules;

/// <summary>
/// No two rows agree in all of the columns. Every row that shares its values with another fails, the first too; rows with a null among the
/// columns are not judged, as in SQL.
/// </summary>
/// <remarks>
/// Exact, in up to three stages. Whole numbers in a dense range are marked in a bit string. Texts and several columns are grouped by a hash,
/// eight bytes whatever they hold: where no hash comes twice, no value does, and only rows whose hash does are grouped by value.
/// </remarks>
internal sealed class UniqueRule : IRule
{
    private const long LargestBitString = 1L << 28;
    private const int BitsPerRow = 8;

    private readonly IReadOnlyList<Column> _columns;
    private readonly string _names;
    private readonly string _judged;
    private readonly string _suspects;
    private readonly string _keys;

    private UniqueRule(IReadOnlyList<Column> columns, int index)
    {
        _columns = columns;
        _names = Sql.Names(columns.Select(column => column.Name));
        _judged = string.Join(" AND ", columns.Select(column => $"{Sql.Name(column.Name)} IS NOT NULL"));
        _suspects = string.Create(CultureInfo.InvariantCulture, $"unique_suspects_{index}");
        _keys = string.Create(CultureInfo.InvariantCulture, $"unique_keys_{index}");
        var counts = columns.Select(column => $"count({Sql.Name(column.Name)})");
        Aggregates = IsWhole ? [.. counts, Smallest, Largest] : [.. counts];
    }

    public string Check => "unique";

    public IReadOnlyList<string> Aggregates { get; }

    public RowFilter? Filter => null;

    private bool IsWhole => _columns is [var only] && ColumnType.Parse(only.Type).IsWhole;

    // Values that take more than a machine word to hold, hash and compare.
    private bool IsWide => _columns.Count > 1 || ColumnType.Parse(_columns[0].Type).Kind is ColumnKind.Text or ColumnKind.Nested or ColumnKind.Other;

    private string Smallest => $"CAST(min({_names}) AS VARCHAR)";

    private string Largest => $"CAST(max({_names}) AS VARCHAR)";

    public static UniqueRule Compile(RuleScope scope, AssertDefinition definition) =>
        new([.. definition.Unique.Select(scope.Column).Distinct()], scope.Index);

    public Finding Judge(Measures measures, AssertSession session, CancellationToken cancellationToken)
    {
        var judged = Judged(measures, session, cancellationToken);
        var shared = $"share {Words.AllOf([.. _columns.Select(column => column.Name)])} with another row";
        if (judged < 2 || IsDistinctByBits(measures, judged, session, cancellationToken) || (IsWide && !HasSuspects(session, cancellationToken)))
        {
            return Finding.OfRows(0, judged, shared);
        }

        var rows = IsWide ? $"{_judged} AND hash({_names}) IN (SELECT suspects.h FROM {_suspects} AS suspects)" : _judged;
        session.Engine.Execute(
            $"CREATE TEMP TABLE {_keys} AS SELECT {_names}, count(*) AS {session.Row} FROM {session.Source} WHERE {rows} GROUP BY {_names} HAVING count(*) > 1", cancellationToken);
        var (failed, keys) = session.Engine.Query(
            $"SELECT coalesce(sum({session.Row}), 0)::BIGINT, count(*) FROM {_keys}", row => (row.GetInt64(0), row.GetInt64(1)), cancellationToken)[0];
        return Finding.OfRows(failed, judged, failed == 0 ? shared : $"{shared}; {keys} {(keys == 1 ? "value comes" : "values come")} more than once");
    }

    public RowQuery FailingRows(AssertSession session, CancellationToken cancellationToken)
    {
        var same = string.Join(" AND ", _columns.Select(column => $"d.{Sql.Name(column.Name)} = k.{Sql.Name(column.Name)}"));
        return new RowQuery($"SELECT d.{session.Row} FROM {session.Numbered} AS d SEMI JOIN {_keys} AS k ON {same}");
    }

    public RowQuery Sample(AssertSession session, int limit) => RowSample.Of(FailingRows(session, CancellationToken.None), session, limit);

    private long Judged(Measures measures, AssertSession session, CancellationToken cancellationToken) =>
        _columns switch
        {
            [_] => measures.Whole(Aggregates[0]) ?? 0,
            _ when _columns.Index().All(column => measures.Whole(Aggregates[column.Index]) == measures.Rows) => measures.Rows,
            _ => session.Engine.Query($"SELECT count(*) FROM {session.Source} WHERE {_judged}", row => row.GetInt64(0), cancellationToken)[0],
        };

    private bool IsDistinctByBits(Measures measures, long judged, AssertSession session, CancellationToken cancellationToken)
    {
        if (!IsWhole || measures.Big(Smallest) is not { } smallest || measures.Big(Largest) is not { } largest
            || largest - smallest >= BigInteger.Min(LargestBitString, (BigInteger)judged * BitsPerRow))
        {
            return false;
        }

        return session.Engine.Query(
            $"SELECT bit_count(bitstring_agg({_names}, {smallest}, {largest}))::BIGINT FROM {session.Source}",
            row => row.GetInt64(0),
            cancellationToken)[0] == judged;
    }

    private bool HasSuspects(AssertSession session, CancellationToken cancellationToken)
    {
        session.Engine.Execute(
            $"CREATE TEMP TABLE {_suspects} AS SELECT hash({_names}) AS h FROM {session.Source} WHERE {_judged} GROUP BY hash({_names}) HAVING count(*) > 1",
            cancellationToken);
        return session.Engine.Query($"SELECT count(*) FROM {_suspects}", row => row.GetInt64(0), cancellationToken)[0] > 0;
    }
}
