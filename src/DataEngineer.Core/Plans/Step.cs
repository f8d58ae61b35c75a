using System.Text.Json.Serialization;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Plans;

/// <summary>One activity of a run.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ExtractStep), "extract")]
[JsonDerivedType(typeof(TransformStep), "transform")]
[JsonDerivedType(typeof(AssertStep), "assert")]
[JsonDerivedType(typeof(LoadStep), "load")]
public abstract record Step
{
    /// <summary>Unique in the plan: extract.orders, transform.daily_revenue, assert.orders, load.daily_revenue.</summary>
    public required string Name { get; init; }

    /// <summary>The steps that must have succeeded before, with the reason for each.</summary>
    public required IReadOnlyList<StepEdge> Needs { get; init; }

    /// <summary>The datasets it reads, each staged by one of the steps it needs.</summary>
    public required IReadOnlyList<string> Reads { get; init; }

    /// <summary>The datasets it stages.</summary>
    public required IReadOnlyList<string> Writes { get; init; }

    /// <summary>How transient failures are retried.</summary>
    public required RetryPlan Retry { get; init; }

    /// <summary>How long one attempt may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>The shared limits it runs under: its customer's, and those of the connection it uses.</summary>
    public required IReadOnlyList<ConcurrencyLimit> Limits { get; init; }
}
