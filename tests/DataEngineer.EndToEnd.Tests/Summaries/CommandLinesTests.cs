using System.Text.Json.Nodes;
using DataEngineer.Cli.Summaries;
using DataEngineer.EndToEnd.Tests.Building;

namespace DataEngineer.EndToEnd.Tests.Summaries;

public sealed class CommandLinesTests
{
    [Fact]
    public void Run_RepeatsIntervalVariablesAndFolders_QuotedForAShell()
    {
        var lines = new CommandLines([("--store", "it's here"), ("--pipelines", "p")]);
        var variables = new Dictionary<string, JsonValue>(StringComparer.Ordinal) { ["region"] = JsonValue.Create("EU;rm") };
        Assert.Equal(
            "dataeng run demo/flights --interval 2012-03-01T00:00+00:00/2012-04-01T00:00+00:00 --var 'region=EU;rm' --store 'it'\\''s here' --pipelines p",
            lines.Run("demo/flights", "2012-03-01T00:00+00:00/2012-04-01T00:00+00:00", variables));
    }

    [Fact]
    public void OtherLines_NameTheRun()
    {
        var lines = new CommandLines([]);
        Assert.Equal("dataeng retry demo.flights.manual-0001.1", lines.Retry(Some.Flights, latest: false));
        Assert.Equal("dataeng retry demo.flights.manual-0001.1 --definition latest", lines.Retry(Some.Flights, latest: true));
        Assert.Equal("dataeng preview demo/flights routes", lines.Preview(Some.Flights, "routes"));
        Assert.Equal("dataeng runs show demo.flights.manual-0001.1", lines.Show(Some.Flights));
        Assert.Equal("dataeng runs list demo", lines.List("demo"));
    }
}
