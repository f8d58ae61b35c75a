using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Model;

namespace DataEngineer.Planning.Graph;

/// <summary>Decides each assertion's name, its dataset and what else it reads.</summary>
internal sealed class AssertionCatalog(PipelineSource source, QueryCatalog queries)
{
    public IReadOnlyList<GraphAssertion> Read()
    {
        CheckNames();
        var names = new AssertionNames(source.Model.Assert.Select(assertion => assertion.Name).OfType<string>());
        var assertions = new List<GraphAssertion>();
        for (var i = 0; i < source.Model.Assert.Count; i++)
        {
            if (Read(i, names) is { } assertion)
            {
                assertions.Add(assertion);
            }
        }

        return assertions;
    }

    private GraphAssertion? Read(int index, AssertionNames names)
    {
        var definition = source.Model.Assert[index];
        var query = definition.Sql is null ? null : queries.OfAssertion(index);
        var others = Others(index, definition, query);
        var dataset = Subject(index, definition, query);
        if (dataset is null)
        {
            return null;
        }

        var place = source.Document.Positions.ValueAt($"assert[{index}]");
        return new GraphAssertion(
            definition.Name ?? names.For(definition, dataset),
            definition,
            dataset,
            query,
            others.Where(use => use.Dataset != dataset).ToList(),
            source.File,
            place.Line,
            place.Column);
    }

    private string? Subject(int index, AssertDefinition definition, GraphQuery? query)
    {
        if (definition.Dataset is { } named)
        {
            return source.Knows(named, $"assert[{index}].dataset", "the assertion") ? named : null;
        }

        if (query is { Reads: [var only] })
        {
            return only.Dataset;
        }

        if (definition.Sql is null)
        {
            source.Error(PlanningCodes.SubjectUnknown, $"assert[{index}]", "the assertion does not say which dataset it judges.", "Add dataset: name.");
        }
        else if (query is { Analysis: { Problems.Count: 0, ShowsInputs: true } } && query.Reads.Count == query.Analysis.Tables.Count)
        {
            var read = query.Reads.Count == 0 ? "no dataset" : string.Join(", ", query.Reads.Select(use => use.Dataset));
            source.Error(
                PlanningCodes.SubjectUnknown, $"assert[{index}]", $"the assertion's query reads {read}, and it does not say which dataset it judges.", "Add dataset: name.");
        }

        return null;
    }

    private IReadOnlyList<DatasetUse> Others(int index, AssertDefinition definition, GraphQuery? query)
    {
        if (definition.Relationships is not { To: var to })
        {
            return query?.Reads ?? [];
        }

        var path = $"assert[{index}].relationships.to";
        var dot = to.IndexOf('.', StringComparison.Ordinal);
        var dataset = dot < 0 ? to : to[..dot];
        var place = source.Document.Positions.ValueAt(path);
        return source.Knows(dataset, path, "relationships") ? [new DatasetUse(dataset, Times: 1, source.File, place.Line, place.Column)] : [];
    }

    private void CheckNames()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < source.Model.Assert.Count; i++)
        {
            if (source.Model.Assert[i].Name is { } name && !seen.Add(name))
            {
                source.Error(PlanningCodes.AssertionNamedTwice, $"assert[{i}].name", $"an assertion before this one is named '{name}' too.", "Give each its own name.");
            }
        }
    }
}
