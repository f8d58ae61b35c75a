using System.Text;
using CsCheck;
using DataEngineer.Activities.Extract;
using DataEngineer.Definitions.Model;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Activities.Extract;

public sealed class ExtractPropertyTests
{
    private static readonly Gen<string> Field = Gen.Char["ab0 ,;\"'\n\r\t\\#|é日"].Array[0, 6].Select(chars => new string(chars));

    private static readonly Gen<(string[][] Rows, bool Careful)> Table =
        Gen.Int[1, 4].SelectMany(width => Gen.Select(Field.Array[width].Array[1, 12], Gen.Bool));

    /// <summary>What a strict writer writes reads back the same, on the fast path and on the careful one; an empty field is null.</summary>
    [Fact]
    public void CsvOfAStrictWriter_ReadsBackTheSame() => Table.Sample(
        table =>
        {
            using var bench = new StepBench();
            var width = table.Rows[0].Length;
            var text = new StringBuilder(string.Join(',', Enumerable.Range(0, width).Select(i => $"c{i}"))).Append(",n\n");
            for (var i = 0; i < table.Rows.Length; i++)
            {
                text.AppendJoin(',', table.Rows[i].Select(Quoted)).Append(',').Append(i).Append('\n');
            }

            if (table.Careful)
            {
                text.Append("too few\n");
            }

            bench.File("o.csv", text.ToString());
            var columns = Enumerable.Range(0, width).ToDictionary(i => $"c{i}", _ => "VARCHAR");
            columns["n"] = "INTEGER";
            var step = Steps.Extract(
                new FileDefinition { Path = "o.csv", Csv = new CsvDefinition { Delimiter = ",", Header = true } },
                columns,
                new RejectsDefinition { ErrorIf = new(default, 1, IsPercent: false) });
            var outcome = bench.RunAsync(new ExtractActivity(), step).GetAwaiter().GetResult();
            Assert.Equal(table.Careful ? 1 : 0, outcome.Rows.Quarantined);
            Assert.Equal(
                table.Rows.Select((row, i) => string.Join('|', row.Select(field => field.Length == 0 ? "NULL" : field)) + $"|{i}"),
                bench.Rows(outcome));
        },
        iter: 60,
        threads: 1);

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",\"\n\r") || field.StartsWith(' ') ? $"\"{field.Replace("\"", "\"\"")}\"" : field;
}
