using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Tree;
using DataEngineer.Planning.Queries;

namespace DataEngineer.Planning.Graph;

/// <summary>
/// Draws the edges. A reader waits for the step that makes a dataset, or, where an assertion sets rows of it aside, for the dataset's
/// assertions, and gets what they leave; only those assertions themselves see all rows. A load also waits for every assertion that
/// could stop it: those on its dataset and on all that it is made from.
/// </summary>
internal sealed class GraphBuilder(CustomerTree tree, Document<PipelineDefinition> pipeline, SqlAnalyzer analyzer)
{
    private readonly PipelineSource _source = new(tree, pipeline);
    private readonly SortedDictionary<string, GraphStep> _steps = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, GraphQuery> _transforms = new(StringComparer.Ordinal);
    private ILookup<string, GraphAssertion> _judged = Enumerable.Empty<GraphAssertion>().ToLookup(assertion => assertion.Dataset);

    public GraphResult Build()
    {
        NameRules.Check(_source);
        analyzer.Prepare(QueryCatalog.Texts(_source));
        var queries = new QueryCatalog(_source, analyzer);
        foreach (var dataset in _source.Model.Transform.Keys)
        {
            if (queries.OfTransform(dataset) is { } query)
            {
                _transforms[dataset] = query;
            }
        }

        var assertions = new AssertionCatalog(_source, queries).Read();
        _judged = assertions.ToLookup(assertion => assertion.Dataset, StringComparer.Ordinal);
        AddExtracts();
        AddTransforms();
        AddAssertions();
        AddLoads();
        var graph = new PipelineGraph(_source.Model.Pipeline, _steps, _transforms, assertions);
        InlineRules.Check(_source, graph);
        GraphCycles.Check(_source, graph);
        return new GraphResult(graph, _source.Problems);
    }

    private void AddExtracts()
    {
        foreach (var dataset in _source.Model.Extract.Keys)
        {
            Add(StepKind.Extract, dataset, new EdgeList(_source.Files));
        }
    }

    private void AddTransforms()
    {
        foreach (var (dataset, transform) in _source.Model.Transform)
        {
            var edges = new EdgeList(_source.Files);
            var reads = _transforms.TryGetValue(dataset, out var query) ? query.Reads : [];
            foreach (var use in reads)
            {
                Supply(edges, use, StepNames.Of(StepKind.Transform, dataset), $"reads {use.Dataset}");
            }

            for (var i = 0; i < transform.DependsOn.Count; i++)
            {
                var name = transform.DependsOn[i];
                if (_source.Makes(name) && reads.All(use => use.Dataset != name))
                {
                    edges.Wait(Supplier(name, reader: ""), $"depends_on {name}", _source.File, _source.Document.Positions.ValueAt($"transform.{dataset}.depends_on[{i}]"));
                }
            }

            Add(StepKind.Transform, dataset, edges);
        }
    }

    private void AddAssertions()
    {
        foreach (var judged in _judged)
        {
            var edges = new EdgeList(_source.Files);
            var name = StepNames.Of(StepKind.Assert, judged.Key);
            var first = judged.First();
            Supply(edges, new DatasetUse(judged.Key, Times: 1, first.File, first.Line, first.Column), name, $"judges {judged.Key}");
            foreach (var assertion in judged)
            {
                foreach (var use in assertion.Others)
                {
                    Supply(edges, use, name, $"{assertion.Name} reads {use.Dataset}");
                }
            }

            Add(StepKind.Assert, judged.Key, edges);
        }
    }

    private void AddLoads()
    {
        foreach (var (name, load) in _source.Model.Load)
        {
            var edges = new EdgeList(_source.Files);
            var dataset = load.Dataset ?? name;
            var path = load.Dataset is null ? $"load.{name}" : $"load.{name}.dataset";
            if (_source.Knows(dataset, path, $"load '{name}'"))
            {
                var place = load.Dataset is null ? _source.Document.Positions.KeyAt(path) : _source.Document.Positions.ValueAt(path);
                Supply(edges, new DatasetUse(dataset, Times: 1, _source.File, place.Line, place.Column), StepNames.Of(StepKind.Load, name), $"loads {dataset}");
                AddGates(edges, dataset);
            }

            Add(StepKind.Load, name, edges);
        }
    }

    // Data made from data that does not hold is not loaded either: the gates of everything in the dataset's lineage count.
    private void AddGates(EdgeList edges, string dataset)
    {
        foreach (var source in Lineage(dataset))
        {
            var made = source == dataset ? "" : $", which {dataset} is made from";
            foreach (var gate in _judged[source].Where(assertion => assertion.Gates))
            {
                edges.Wait(StepNames.Of(StepKind.Assert, source), $"gate {gate.Name} on {source}{made} ({gate.File}:{gate.Line})", gate.File, new SourcePosition(gate.Line, gate.Column));
            }
        }
    }

    private SortedSet<string> Lineage(string dataset)
    {
        var lineage = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([dataset]);
        while (open.TryPop(out var next))
        {
            if (lineage.Add(next) && _transforms.TryGetValue(next, out var query))
            {
                foreach (var read in query.Reads)
                {
                    open.Push(read.Dataset);
                }
            }
        }

        return lineage;
    }

    private void Supply(EdgeList edges, DatasetUse use, string reader, string reason)
    {
        var supplier = Supplier(use.Dataset, reader);
        var cleaned = supplier != _source.Maker(use.Dataset) ? " as its quarantine leaves it" : "";
        edges.Read(supplier, use, $"{reason}{cleaned} ({use.File}:{use.Line})");
    }

    private string Supplier(string dataset, string reader)
    {
        var judge = StepNames.Of(StepKind.Assert, dataset);
        return judge != reader && _judged[dataset].Any(assertion => assertion.Quarantines) ? judge : _source.Maker(dataset);
    }

    private void Add(StepKind kind, string subject, EdgeList edges)
    {
        var name = StepNames.Of(kind, subject);
        _steps[name] = new GraphStep(kind, name, subject, edges.Reads, edges.Edges);
    }
}
