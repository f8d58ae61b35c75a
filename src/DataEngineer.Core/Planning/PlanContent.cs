using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Plans;

namespace DataEngineer.Planning;

/// <summary>
/// What a plan does, apart from whose run it is and where it was written. Moving an entry or adding a comment to YAML changes lines,
/// reasons and file hashes, but nothing that is done; so these are no part of it.
/// </summary>
public static class PlanContent
{
    /// <summary>SHA-256 of the content as JSON with keys in ordinal order, as lower-case hex.</summary>
    public static string Hash(RunPlan plan)
    {
        var content = plan with
        {
            Run = new RunIdentity("", "", "", 0),
            Hash = "",
            Definitions = new Dictionary<string, string>(StringComparer.Ordinal),
            Steps = plan.Steps.Select(Of).ToList(),
        };
        var json = Sorted(JsonSerializer.SerializeToNode(content, DurableJson.Options))!.ToJsonString();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
    }

    /// <summary>A step without the places it was written at and the words about its edges.</summary>
    public static Step Of(Step step)
    {
        var bare = step with { Needs = step.Needs.Select(need => need with { Reason = "" }).ToList() };
        return bare switch
        {
            TransformStep transform => transform with { Queries = transform.Queries.Select(query => query with { Sql = Of(query.Sql) }).ToList() },
            AssertStep assert => assert with
            {
                Assertions = assert.Assertions.Select(assertion => assertion with { Sql = assertion.Sql is null ? null : Of(assertion.Sql), File = "", Line = 0 }).ToList(),
            },
            ExtractStep or LoadStep => bare,
            _ => throw new InvalidOperationException($"Unknown step {step.GetType().Name}."),
        };
    }

    private static SqlText Of(SqlText sql) => sql with { File = "", Line = 0, Column = 0 };

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
