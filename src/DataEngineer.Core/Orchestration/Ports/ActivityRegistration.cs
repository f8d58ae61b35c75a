using System.Text.Json;

namespace DataEngineer.Orchestration.Ports;

/// <summary>A named activity; <paramref name="Run"/> takes the input as JSON (null where there is none) and returns the output.</summary>
public sealed record ActivityRegistration(string Name, Func<IActivityContext, string?, CancellationToken, Task<object?>> Run)
{
    /// <summary>Registers a typed activity.</summary>
    public static ActivityRegistration Of<TInput, TOutput>(string name, Func<IActivityContext, TInput, CancellationToken, Task<TOutput>> run) =>
        new(name, async (context, json, cancellationToken) =>
        {
            var input = json is null ? default : JsonSerializer.Deserialize<TInput>(json, DurableJson.Options);
            return await run(context, input!, cancellationToken);
        });
}
