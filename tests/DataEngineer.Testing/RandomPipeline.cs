using CsCheck;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Tree;

namespace DataEngineer.Testing;

/// <summary>Random pipelines without circles, for properties that hold of every plan.</summary>
public sealed record RandomPipeline(PipelineDefinition Definition)
{
    /// <summary>Extracts e0.., transforms t0.. that read some before them, assertions of several kinds, loads.</summary>
    public static Gen<RandomPipeline> Generator { get; } =
        from extracts in Gen.Int[1, 4]
        from transforms in Gen.Int[0, 10]
        from reads in Gen.Int[0, int.MaxValue].Array[transforms]
        from settings in Gen.Int[0, 39].Array[transforms]
        from assertions in Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[0, 5]).Array[0, 6]
        from loads in Gen.Int[0, 100].Array[0, 4]
        select Make(extracts, reads, settings, assertions, loads);

    /// <summary>The same entries written in another order.</summary>
    public RandomPipeline Reversed() => new(Definition with
    {
        Extract = Turn(Definition.Extract),
        Transform = Turn(Definition.Transform),
        Load = Turn(Definition.Load),
        Assert = [.. Definition.Assert.GroupBy(assertion => assertion.Dataset).Reverse().SelectMany(judged => judged)],
    });

    public CustomerTree Tree() => Tree(Definition);

    /// <summary>A customer with the pipeline alone and no source places.</summary>
    public static CustomerTree Tree(PipelineDefinition definition)
    {
        var nowhere = new SourceMap(new Dictionary<string, SourceSpot>(StringComparer.Ordinal));
        var customer = new CustomerDefinition
        {
            Customer = "acme",
            Connections = new Dictionary<string, ConnectionDefinition>(StringComparer.Ordinal) { ["files"] = new("files", null, []), ["warehouse"] = new("duckdb", null, []) },
        };
        return new CustomerTree(
            "acme",
            new Document<CustomerDefinition>("acme/customer.yml", "", customer, nowhere),
            new Dictionary<string, Document<PipelineDefinition>>(StringComparer.Ordinal) { ["orders"] = new("acme/orders.yml", "", definition, nowhere) },
            new Dictionary<string, string>(StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal));
    }

    private static RandomPipeline Make(int extracts, int[] reads, int[] settings, (int Dataset, int Other, int Kind)[] assertions, int[] loads)
    {
        var datasets = Enumerable.Range(0, extracts).Select(i => $"e{i}").Concat(Enumerable.Range(0, reads.Length).Select(i => $"t{i}")).ToList();
        var transforms = reads.Select((bits, i) => (Name: $"t{i}", Transform: new TransformDefinition
        {
            Sql = $"select 1 as x from (values (1)) v {string.Concat(datasets.Take(extracts + i).Where((_, j) => ((bits >> (j * 2)) & 3) == 0).Select(name => $" cross join {name}"))}",
            DependsOn = settings[i] == 0 ? [datasets[bits % (extracts + i)]] : [],
            Materialize = settings[i] == 1 ? true : null,
            Timeout = settings[i] == 2 ? TimeSpan.FromMinutes(1) : null,
        }));
        return new RandomPipeline(new PipelineDefinition
        {
            Version = 1,
            Pipeline = "orders",
            Extract = datasets.Take(extracts).ToDictionary(name => name, _ => new ExtractDefinition { Connection = "files", File = new FileDefinition { Path = "a.csv" } }, StringComparer.Ordinal),
            Transform = transforms.ToDictionary(transform => transform.Name, transform => transform.Transform, StringComparer.Ordinal),
            Assert = assertions.Select(assertion => Assertion(datasets[assertion.Dataset % datasets.Count], datasets[assertion.Other % datasets.Count], assertion.Kind)).ToList(),
            Load = loads.Select((load, i) => (Name: $"l{i}", Dataset: datasets[load % datasets.Count]))
                .ToDictionary(load => load.Name, load => new LoadDefinition { Target = "warehouse", Dataset = load.Dataset }, StringComparer.Ordinal),
        });
    }

    private static AssertDefinition Assertion(string dataset, string other, int kind)
    {
        var assertion = new AssertDefinition { Dataset = dataset, OnFailure = (FailureAction)(kind % 3), Severity = kind == 5 ? AssertSeverity.Warn : AssertSeverity.Error };
        return kind switch
        {
            // Only an earlier dataset, or setting rows aside could make a circle.
            0 => assertion with { Sql = $"select * from {dataset}" },
            3 when string.CompareOrdinal(other, dataset) < 0 => assertion with { Relationships = new RelationshipsCheck { Column = "x", To = $"{other}.x" } },
            _ => assertion with { NotNull = ["x"] },
        };
    }

    private static Dictionary<string, T> Turn<T>(IReadOnlyDictionary<string, T> entries) => entries.Reverse().ToDictionary(StringComparer.Ordinal);
}
