using System.Text.Encodings.Web;
using System.Text.Json;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Plans;

namespace DataEngineer.Planning.Explain;

/// <summary>A plan for tools: the very object that a run executes, with secrets unresolved as they are in it.</summary>
public static class PlanJson
{
    private static readonly JsonSerializerOptions Indented = new(DurableJson.Options)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Indented JSON.</summary>
    public static string Write(RunPlan plan) => JsonSerializer.Serialize(plan, Indented);
}
