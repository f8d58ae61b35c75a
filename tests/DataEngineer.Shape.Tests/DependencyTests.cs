using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using DataEngineer.Connectors;
using DataEngineer.Embedded;
using DataEngineer.Plans;

namespace DataEngineer.Shape.Tests;

/// <summary>Dependencies point one way: from the heads to the core, and inside the core along the flow of data.</summary>
public sealed class DependencyTests
{
    private static readonly Architecture House = new ArchLoader()
        .LoadAssemblies(typeof(RunPlan).Assembly, typeof(ConnectorCatalog).Assembly, typeof(EmbeddedHost).Assembly, System.Reflection.Assembly.Load("dataeng"))
        .Build();

    // Each layer may use those above it in the list, and itself.
    private static readonly string[][] Layers =
    [
        ["DataEngineer.Failures", "DataEngineer.Store", "DataEngineer.Orchestration.Ports"],
        ["DataEngineer.Definitions"],
        ["DataEngineer.Engine", "DataEngineer.Plans"],
        ["DataEngineer.Connections"],
        ["DataEngineer.Validation", "DataEngineer.Planning", "DataEngineer.Runs"],
        ["DataEngineer.Orchestration"],
        ["DataEngineer.Activities"],
        ["DataEngineer.Operations"],
        ["DataEngineer.Connectors", "DataEngineer.Embedded"],
        ["DataEngineer.Cli"],
    ];

    [Fact]
    public void Types_UseOnlyTheirOwnLayerAndThoseBefore()
    {
        var offences =
            from type in House.Types
            let own = LayerOf(type)
            where own is not null
            from used in type.Dependencies.Select(dependency => dependency.Target).Distinct()
            let other = LayerOf(used)
            where other is not null && other > own
            select $"{type.FullName} uses {used.FullName}";
        Assert.Empty(offences.Distinct().Order());
    }

    [Fact]
    public void Layers_AreAllInhabited() =>
        Assert.All(Enumerable.Range(0, Layers.Length), layer => Assert.Contains(House.Types, type => LayerOf(type) == layer));

    [Fact]
    public void Connectors_KnowNothingOfEachOther()
    {
        var offences =
            from type in House.Types
            let own = FamilyOf(type)
            where own is not null
            from used in type.Dependencies.Select(dependency => dependency.Target).Distinct()
            let other = FamilyOf(used)
            where other is not null && other != own
            select $"{type.FullName} uses {used.FullName}";
        Assert.Empty(offences.Distinct().Order());
    }

    private static int? LayerOf(IType type)
    {
        var name = type.Namespace?.FullName ?? "";
        var best = (Layer: (int?)null, Length: 0);
        for (var layer = 0; layer < Layers.Length; layer++)
        {
            foreach (var prefix in Layers[layer].Where(prefix => (name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal)) && prefix.Length > best.Length))
            {
                best = (layer, prefix.Length);
            }
        }

        return best.Layer;
    }

    // A connector's folder is its family; folders without a connector, such as Loading, serve all.
    private static string? FamilyOf(IType type) =>
        ConnectorCatalog.All.Select(connector => connector.GetType().Namespace).FirstOrDefault(family => family == type.Namespace?.FullName);
}
