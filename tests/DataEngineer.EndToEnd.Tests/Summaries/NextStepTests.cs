using DataEngineer.Cli.Summaries;
using DataEngineer.EndToEnd.Tests.Building;
using DataEngineer.Failures;
using DataEngineer.Runs;

namespace DataEngineer.EndToEnd.Tests.Summaries;

public sealed class NextStepTests
{
    [Fact]
    public void Success_PreviewsTheSmallestDatasetThatWasLoaded() =>
        Assert.Equal("dataeng preview demo/flights small", Next(Some.Record(
            RunStatus.Succeeded, Some.Extract("big", 1000), Some.Transform("small", 1000, 7), Some.Transform("tiny", 1000, 1), Some.Transform("none", 1000, 0), Some.Load("big", "l", "t", 1000), Some.Load("small", "l", "t", 7), Some.Load("none", "l", "t", 0))));

    [Fact]
    public void SuccessWithoutRows_ShowsTheRun() =>
        Assert.Equal("dataeng runs show demo.flights.manual-0001.1", Next(Some.Record(RunStatus.Succeeded)));

    [Theory]
    [InlineData(FailureClass.Infrastructure, "")]
    [InlineData(FailureClass.Quality, "")]
    [InlineData(FailureClass.MissingData, "")]
    [InlineData(FailureClass.Definition, " --definition latest")]
    [InlineData(FailureClass.Schema, " --definition latest")]
    [InlineData(FailureClass.Contract, " --definition latest")]
    public void Failure_IsRetried_WithNewDefinitionsWhereTheyAreToBeMended(FailureClass kind, string option) =>
        Assert.Equal($"dataeng retry demo.flights.manual-0001.1{option}", Next(Some.Record(RunStatus.Failed, StepOutcome.Failed("load.a", Some.Unreachable with { Class = kind }))));

    [Fact]
    public void Unfinished_GoesOnWithItsInterval() =>
        Assert.Equal(
            "dataeng run demo/flights --interval 2012-01-01T00:00+00:00/2012-02-01T00:00+00:00",
            Next(Some.Record(RunStatus.Running) with { Interval = Some.January }));

    private static string Next(RunRecord record) => NextStep.Of(record, new CommandLines([]));
}
