using System.Text.Json.Nodes;
using DataEngineer.EndToEnd.Tests.Processes;

namespace DataEngineer.EndToEnd.Tests.Cases;

public sealed class DemoTests
{
    [Fact]
    public async Task Flights_LoadWhatWasComputedApart_AndSayWhatTheyDid()
    {
        using var demo = Workspace.OfDemo();
        var run = (await demo.RunAsync("run", "demo/flights", "--output", "json")).With(0);
        var summary = JsonNode.Parse(run.Output)!;
        Assert.Equal("warned", (string)summary["status"]!);
        Assert.Equal("""{"read":23376,"rejected":0,"quarantined":3,"loaded":27664}""", summary["rows"]!.ToJsonString());
        Assert.Equal(15, (int)summary["steps"]!["total"]!);
        Assert.Equal(
            [("aviation.airport_days", 6898), ("aviation.departures", 19997), ("aviation.punctuality", 52), ("aviation.routes", 717)],
            summary["loads"]!.AsArray().Select(load => ((string)load!["report"]!["table"]!, (int)load["report"]!["tableRows"]!)).Order());
        Assert.Equal("dataeng preview demo/flights punctuality", (string)summary["next"]!);

        Assert.Equal(Expected.Read("flights/expected/punctuality.csv"), demo.Warehouse("demo", "select * from aviation.punctuality order by late_percent desc, origin"));
        Assert.Equal(Expected.Read("flights/expected/airport_days.csv"), demo.Warehouse("demo", "select * from aviation.airport_days where origin in ('LAX', 'ORD') order by origin, day"));
        Assert.Equal(Expected.Read("flights/expected/routes.csv"), Lake(demo, "aviation/routes", "order by flights desc, one_end, other_end limit 40"));
        Assert.Equal("rows,late\n19997,4548\n", Lake(demo, "aviation/departures", "", "count(*) as rows, count(*) filter (where is_late) as late"));
        Assert.Empty(demo.Files(".dataeng/temp"));
    }

    [Fact]
    public async Task Weather_EachMonthReplacesItself_HoweverOftenItRuns()
    {
        using var demo = Workspace.OfDemo();
        (await demo.RunAsync("run", "demo/weather", "--interval", "2012-03")).With(0).Says("2,922 read · 64 loaded");
        (await demo.RunAsync("run", "demo/weather", "--interval", "2012-04")).With(0);
        (await demo.RunAsync("run", "demo/weather", "--interval", "2012-03")).With(0).Says("demo.weather.20120301T000000Z.2");
        Assert.Equal(Expected.Read("weather/expected/city_months.csv"), demo.Warehouse("demo", "select * from weather.city_months order by location, month"));

        var listed = (await demo.RunAsync("runs", "list", "demo/weather", "--format", "json")).With(0);
        Assert.Equal(3, JsonNode.Parse(listed.Output)!.AsArray().Count);
        (await demo.RunAsync("runs", "show", "demo/weather")).With(0).Says("demo.weather.20120301T000000Z.2 ").Says("transform.city_months");
        (await demo.RunAsync("preview", "demo/weather", "city_months", "--format", "csv")).With(0).Says("Seattle,2012-03-01,183.0,15.6,-1.7,6");
    }

    [Fact]
    public async Task PlanAndValidate_StartNothing()
    {
        using var demo = Workspace.OfDemo();
        (await demo.RunAsync("validate")).With(0).Says("No problems.");
        (await demo.RunAsync("plan", "demo/weather", "--interval", "2012-03")).With(0).Says("load.city_months").Says("2012-03-01 00:00:00 +00:00 to 2012-04-01");
        Assert.StartsWith("flowchart LR\n", (await demo.RunAsync("plan", "pipelines/demo/flights.yml", "--format", "mermaid")).With(0).Output, StringComparison.Ordinal);
        Assert.Equal(15, JsonNode.Parse((await demo.RunAsync("plan", "demo/flights", "--format", "json")).With(0).Output)!["steps"]!.AsArray().Count);
        Assert.Empty(demo.Files(".dataeng"));
    }

    private static string Lake(Workspace demo, string table, string rest, string columns = "*") =>
        Rows.Csv($"select {columns} from read_parquet('{demo.Path($".dataeng/customers/demo/targets/lake/{table}/data")}/*.parquet') {rest}");
}
