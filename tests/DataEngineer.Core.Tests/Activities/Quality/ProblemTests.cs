using System.Text.Json.Nodes;
using DataEngineer.Definitions.Model;
using DataEngineer.Failures;
using DataEngineer.Testing;
using static DataEngineer.Testing.Checks;

namespace DataEngineer.Core.Tests.Activities.Quality;

/// <summary>Assertions that cannot be judged say so before anything is measured, all at once.</summary>
public sealed class ProblemTests
{
    public static TheoryData<AssertDefinition, string, FailureClass, string> Cases => new()
    {
        { NotNull("order_dat"), "DE0702", FailureClass.Schema, "dataset 'd' has no column 'order_dat'. Did you mean 'order_date'?" },
        { Unique("zzz"), "DE0702", FailureClass.Schema, "dataset 'd' has no column 'zzz'. It has id, order_date, amount, region, tags." },
        { Related("id", "customers.idd"), "DE0702", FailureClass.Schema, "dataset 'customers' has no column 'idd'. Did you mean 'id'?" },
        { Related("id", "customer.id"), "DE0707", FailureClass.Definition, "there is no dataset 'customer'. Did you mean 'customers'?" },
        { Related("id", "customers"), "DE0707", FailureClass.Definition, "to 'customers' is not written as dataset.column." },
        { Related("region", "customers.id"), "DE0704", FailureClass.Schema, "column 'region' is VARCHAR and 'customers.id' is INTEGER; values of these types are never the same." },
        { Accepted("id", 1, "x"), "DE0703", FailureClass.Schema, "accepted value \"x\" does not fit column 'id' of type INTEGER, which has whole numbers from -2147483648 to 2147483647." },
        { Accepted("id", 1.5), "DE0703", FailureClass.Schema, "accepted value 1.5 does not fit column 'id' of type INTEGER, which has whole numbers from -2147483648 to 2147483647." },
        { Accepted("id", true), "DE0703", FailureClass.Schema, "accepted value true does not fit column 'id' of type INTEGER, which has whole numbers from -2147483648 to 2147483647." },
        { Accepted("amount", 1.005), "DE0703", FailureClass.Schema, "accepted value 1.005 does not fit column 'amount' of type DECIMAL(5,2), which has numbers from -999.99 to 999.99 with at most 2 digits after the point." },
        { Accepted("order_date", "31-01-2026"), "DE0703", FailureClass.Schema, "accepted value \"31-01-2026\" does not fit column 'order_date' of type DATE, which has dates such as 2026-01-31." },
        { Accepted("tags", "a"), "DE0704", FailureClass.Schema, "column 'tags' is VARCHAR[]; accepted_values judges columns of single values." },
        { Range("region", min: 1), "DE0704", FailureClass.Schema, "column 'region' is VARCHAR; range judges numbers, dates, times and timestamps." },
        { Range("order_date", max: "2026-01-31T06:00:00Z"), "DE0703", FailureClass.Schema, "max \"2026-01-31T06:00:00Z\" does not fit column 'order_date' of type DATE, which has dates such as 2026-01-31." },
        { Range("amount", min: "much"), "DE0703", FailureClass.Schema, "min \"much\" does not fit column 'amount' of type DECIMAL(5,2), which has numbers from -999.99 to 999.99 with at most 2 digits after the point." },
        { Pattern("id", "[0-9]+"), "DE0704", FailureClass.Schema, "column 'id' is INTEGER; pattern judges texts (VARCHAR)." },
        { Pattern("region", "(a"), "DE0705", FailureClass.Definition, "regex '(a' is not a regular expression of RE2: missing ): (a." },
        { Pattern("region", "a(?=b)"), "DE0705", FailureClass.Definition, "regex 'a(?=b)' is not a regular expression of RE2: invalid perl operator: (?=." },
        { Fresh("region", TimeSpan.FromDays(1)), "DE0704", FailureClass.Schema, "column 'region' is VARCHAR; freshness judges dates and timestamps." },
        { RowCount(1).On(FailureAction.Quarantine), "DE0706", FailureClass.Definition, "row_count judges the dataset as a whole and has no rows to quarantine." },
        { Fresh("order_date", TimeSpan.FromDays(1)).On(FailureAction.Quarantine), "DE0706", FailureClass.Definition, "freshness judges the dataset as a whole and has no rows to quarantine." },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Assertion_CannotBeJudged_SaysWhatAndWhere(AssertDefinition definition, string code, FailureClass failureClass, string message)
    {
        using var bench = Bench().Assert(definition);
        var e = await Assert.ThrowsAsync<StepFailedException>(() => bench.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal((code, failureClass, $"acme/orders.yml(11): assertion 'a1': {message}"), (e.Failure.Code, e.Failure.Class, e.Failure.Message));
        Assert.False(e.Failure.Transient);
    }

    [Fact]
    public async Task SeveralCannotBeJudged_AreToldAtOnce()
    {
        using var bench = Bench().Assert(NotNull("nope")).Assert(NotNull("id")).Assert(Pattern("region", "("));
        var e = await Assert.ThrowsAsync<StepFailedException>(() => bench.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["acme/orders.yml(11): assertion 'a1'", "acme/orders.yml(13): assertion 'a3'"], e.Failure.Message.Split('\n').Select(line => line[..35]));
    }

    [Fact]
    public async Task ColumnInAnotherCase_IsFound()
    {
        using var bench = Bench().Assert(NotNull("ID")).Assert(Accepted("Region", "EU")).Assert(Unique("ID", "REGION"));
        Assert.All((await bench.RunAsync(TestContext.Current.CancellationToken)).Assertions, result => Assert.Equal(0, result.FailedRows));
    }

    [Fact]
    public async Task AcceptedNull_IsPassedOver()
    {
        var check = new AcceptedValuesCheck { Column = "region", Values = [JsonValue.Create("EU"), null!] };
        using var bench = Bench().Assert(new AssertDefinition { AcceptedValues = check });
        Assert.Equal(0, (await bench.JudgeOneAsync(TestContext.Current.CancellationToken)).FailedRows);
    }

    private static AssertBench Bench() => new AssertBench()
        .With("d", "SELECT 1 AS id, DATE '2026-01-01' AS order_date, 1.00::DECIMAL(5,2) AS amount, 'EU' AS region, ['a'] AS tags")
        .With("customers", "SELECT 1 AS id");
}
