using CsCheck;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Definitions.Reading;

/// <summary>Whatever people type, the answer is a list of problems that can be shown.</summary>
public sealed class DefinitionFuzzTests
{
    private static readonly string[] Snippets =
    [
        "", " ", "\n", "\t", ":", ": ", "- ", "[", "]", "{", "}", "{{", "}}", "'", "\"", "|", ">", "#", "&a ", "*a", "!x ", "<<: ", "? ", "%", "@", "~", "null", "true", "1", "-1e9",
        ".inf", "...", "---", "\r", "é", "😀", "\0", "\ud800", "{{ run.id }}", "{{ secrets.X }}", "extract", "load", "assert", "../x.sql", "\"\\ud800\"", "\"\\n\": 1", "[[[[[[", "99999999999999999999",
    ];

    private static readonly Gen<string> Snippet = Gen.Int[0, Snippets.Length - 1].Select(index => Snippets[index]);

    private static readonly Gen<(int At, int Removed, string Inserted)> Edit = Gen.Select(Gen.Int[0, 1200], Gen.Int[0, 12], Snippet);

    [Fact]
    public Task Validate_RandomlyEditedPipeline_NeverThrows() =>
        Edit.Array[1, 6].SampleAsync(edits => CheckAsync(SomeTree.Store(pipeline: Apply(SomeTree.Pipeline, edits))), iter: 3000, threads: 1);

    [Fact]
    public Task Validate_RandomlyEditedCustomer_NeverThrows() =>
        Edit.Array[1, 6].SampleAsync(edits => CheckAsync(SomeTree.Store(customer: Apply(SomeTree.Customer, edits))), iter: 1500, threads: 1);

    [Fact]
    public Task Validate_RandomBytes_NeverThrows() =>
        Gen.Byte.Array[0, 200].SampleAsync(bytes => CheckAsync(SomeTree.Store().With("acme/orders.yml", bytes)), iter: 1500, threads: 1);

    private static async Task CheckAsync(MemoryStore store)
    {
        foreach (var problem in await SomeTree.ValidateAsync(store))
        {
            Assert.Matches("^DE0[0-3][0-9]{2}$", problem.Code);
            Assert.True(problem.Line >= 0 && problem.Column >= 0, problem.ToString());
            Assert.NotEmpty(problem.Message);
            Assert.DoesNotContain(problem.ToString(), char.IsControl);
            Assert.InRange(problem.ToString().Length, 1, 2000);
        }
    }

    private static string Apply(string text, (int At, int Removed, string Inserted)[] edits)
    {
        foreach (var (at, removed, inserted) in edits)
        {
            var start = at % (text.Length + 1);
            text = string.Concat(text.AsSpan(0, start), inserted, text.AsSpan(Math.Min(start + removed, text.Length)));
        }

        return text;
    }
}
