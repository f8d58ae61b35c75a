using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataEngineer.Activities.Extract.Json;

/// <summary>The rows of a JSON document: the elements of its array, or its values one after another.</summary>
internal static class JsonValues
{
    /// <summary>Without line breaks and with letters as they are.</summary>
    public static JsonSerializerOptions OneLine { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonSerializerOptions Lenient { get; } = new() { AllowTrailingCommas = true, MaxDepth = 256 };

    public static IEnumerable<JsonElement> Of(FileStream input)
    {
        int first;
        do
        {
            first = input.ReadByte();
        }
        while (first is ' ' or '\t' or '\r' or '\n');
        input.Position = 0;
        return JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(input, topLevelValues: first != '[', Lenient).ToBlockingEnumerable();
    }
}
