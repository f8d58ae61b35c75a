using System.Text;
using DataEngineer.Definitions.Binding;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Tree;
using DataEngineer.Definitions.Values;
using DataEngineer.Definitions.Yaml;
using DataEngineer.Failures;
using DataEngineer.Testing;

namespace DataEngineer.Core.Tests.Definitions.Binding;

public sealed class BinderTests
{
    private const string Everything = """
        version: 1
        pipeline: everything
        description: All keys.
        owner: someone
        tags: [a, b]
        schedule: {cron: "0 6 * * *", timezone: UTC, interval: week, start: 2026-01-31, catchup: all}
        variables:
          z: {type: integer, description: last letter first, enum: [1, 2], default: 1, minimum: 0.5, maximum: 2}
          a: {type: string, pattern: "^x"}
        defaults: {retry: {max_attempts: 7, interval: 1s, backoff: 1.5, max_interval: 1m, retry_on: [infrastructure], fail_on: [quota, business_rule]}, timeout: 1h30m}
        extract:
          orders:
            connection: files
            file:
              path: "orders/{{ interval.start | date('yyyy') }}.txt"
              format: csv
              compression: gzip
              encoding: windows_1252
              allow_empty: true
              csv: {delimiter: ";", quote: "'", escape: "", header: true, skip_rows: 2, null_values: ["", NA], date_format: "%d", timestamp_format: "%s", decimal_separator: ",", comment: "#", pad_ragged_rows: true}
            columns: {id: BIGINT, amount: "DECIMAL(12,2)"}
            rejects: {warn_if: ">1%", error_if: ">=10"}
            timeout: PT5M
        transform:
          t:
            sql: |
              select *
              from orders
            depends_on: [orders]
            materialize: false
        assert:
          - {name: n, dataset: t, description: d, accepted_values: {column: c, values: [1, x, true]}, severity: warn, warn_if: ">0", error_if: ">5", on_failure: continue, class: business_rule}
          - {dataset: t, range: {column: c, min: 1, max: 2026-01-01, inclusive: false}}
          - {dataset: t, freshness: {column: c, max_age: 2d}}
        load:
          t: {dataset: t, target: w, table: s.t, write_disposition: merge, merge_strategy: delete_insert, primary_key: [a, b], interval_column: c, retry: {max_attempts: 1}}
        """;

    [Fact]
    public void Bind_EveryKey_ReachesItsProperty()
    {
        var pipeline = Bind(Everything).Model;

        Assert.Equal((1, "everything", "All keys.", "someone", "a,b"), (pipeline.Version, pipeline.Pipeline, pipeline.Description, pipeline.Owner, string.Join(',', pipeline.Tags)));
        Assert.Equal(new ScheduleDefinition { Cron = "0 6 * * *", Timezone = "UTC", Interval = IntervalUnit.Week, Start = new DateOnly(2026, 1, 31), Catchup = CatchupMode.All }, pipeline.Schedule);
        Assert.Equal((7, TimeSpan.FromSeconds(1), 1.5, TimeSpan.FromMinutes(1)),
            (pipeline.Defaults.Retry.MaxAttempts, pipeline.Defaults.Retry.Interval, pipeline.Defaults.Retry.Backoff, pipeline.Defaults.Retry.MaxInterval));
        Assert.Equal([FailureClass.Infrastructure], pipeline.Defaults.Retry.RetryOn);
        Assert.Equal([FailureClass.Quota, FailureClass.BusinessRule], pipeline.Defaults.Retry.FailOn);
        Assert.Equal(TimeSpan.FromMinutes(90), pipeline.Defaults.Timeout);
    }

    [Fact]
    public void Bind_Extract_ReachesItsProperties()
    {
        var extract = Bind(Everything).Model.Extract["orders"];
        var file = extract.File!;

        Assert.Equal(("orders/{{ interval.start | date('yyyy') }}.txt", FileFormat.Csv, FileCompression.Gzip, TextEncoding.Windows1252, true),
            (file.Path, file.Format, file.Compression, file.Encoding, file.AllowEmpty));
        Assert.Equal((";", "'", "", true, 2, "%d", "%s", ",", "#", true),
            (file.Csv.Delimiter, file.Csv.Quote, file.Csv.Escape, file.Csv.Header, file.Csv.SkipRows, file.Csv.DateFormat, file.Csv.TimestampFormat, file.Csv.DecimalSeparator, file.Csv.Comment, file.Csv.PadRaggedRows));
        Assert.Equal(["", "NA"], file.Csv.NullValues);
        Assert.Equal([("id", "BIGINT"), ("amount", "DECIMAL(12,2)")], extract.Columns.Select(column => (column.Key, column.Value)));
        Assert.Equal((">1%", ">=10"), (extract.Rejects.WarnIf.ToString(), extract.Rejects.ErrorIf.ToString()));
        Assert.Equal(TimeSpan.FromMinutes(5), extract.Timeout);
        Assert.Null(extract.Retry);
    }

    [Fact]
    public void Bind_AssertionsAndLoads_ReachTheirProperties()
    {
        var pipeline = Bind(Everything).Model;
        var first = pipeline.Assert[0];
        var load = pipeline.Load["t"];

        Assert.Equal(("n", "t", "d", AssertSeverity.Warn, FailureAction.Continue, FailureClass.BusinessRule), (first.Name, first.Dataset, first.Description, first.Severity, first.OnFailure, first.Class));
        Assert.Equal(["1", "\"x\"", "true"], first.AcceptedValues!.Values.Select(value => value.ToJsonString()));
        Assert.Equal((Threshold.AnyRow, ">5"), (first.WarnIf, first.ErrorIf.ToString()));
        Assert.Equal(("1", "\"2026-01-01\"", false), (pipeline.Assert[1].Range!.Min!.ToJsonString(), pipeline.Assert[1].Range!.Max!.ToJsonString(), pipeline.Assert[1].Range!.Inclusive));
        Assert.Equal(TimeSpan.FromDays(2), pipeline.Assert[2].Freshness!.MaxAge);
        Assert.Equal(("t", "w", "s.t", WriteDisposition.Merge, MergeStrategy.DeleteInsert, "a,b", "c", 1),
            (load.Dataset, load.Target, load.Table, load.WriteDisposition, load.MergeStrategy, string.Join(',', load.PrimaryKey), load.IntervalColumn, load.Retry!.MaxAttempts));
        Assert.Equal((false, "orders"), (pipeline.Transform["t"].Materialize, pipeline.Transform["t"].DependsOn[0]));
    }

    [Fact]
    public void Bind_Mappings_KeepTheirWrittenOrder() => Assert.Equal(["z", "a"], Bind(Everything).Model.Variables.Keys);

    [Fact]
    public void Bind_KeysLeftOut_HaveTheModelsDefaults()
    {
        var pipeline = Bind("version: 1\npipeline: p\nextract: {x: {connection: c, file: {path: a.csv}}}").Model;

        Assert.Equal(new DefaultsDefinition().Timeout, pipeline.Defaults.Timeout);
        Assert.Equal(TextEncoding.Utf8, pipeline.Extract["x"].File!.Encoding);
        Assert.Equal(Threshold.AnyRow, pipeline.Extract["x"].Rejects.ErrorIf);
        Assert.Empty(pipeline.Load);
        Assert.Null(pipeline.Schedule);
    }

    [Theory]
    [InlineData("load.t.primary_key[1]", 36, 116)]
    [InlineData("transform.t.sql", 26, 10)]
    [InlineData("assert[1].range.min", 33, 42)]
    [InlineData("tags[0]", 5, 8)]
    [InlineData("load.t.not_there", 36, 6)]
    public void Bind_Positions_AreThoseOfTheValues(string path, int line, int column) =>
        Assert.Equal(new SourcePosition(line, column), Bind(Everything).Positions.ValueAt(path));

    [Fact]
    public void Bind_BlockScalar_HasThePlaceOfItsText() =>
        Assert.Equal(new SourcePosition(27, 7), Bind(Everything).Positions.Spots["transform.t.sql"].BlockText);

    private static Document<PipelineDefinition> Bind(string text)
    {
        var yaml = YamlReader.Read("f.yml", Encoding.UTF8.GetBytes(text));
        var document = Binder.Bind<PipelineDefinition>("f.yml", yaml, FakeConnector.All.ToDictionary(connector => connector.Type));

        Assert.Empty(yaml.Problems.Found);
        return document!;
    }
}
