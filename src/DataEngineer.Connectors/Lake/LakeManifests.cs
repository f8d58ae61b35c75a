using System.Text.Json;
using System.Text.Json.Serialization;
using DataEngineer.Store;

namespace DataEngineer.Connectors.Lake;

/// <summary>Reads and swaps the manifest of one table.</summary>
/// <param name="folder">The table's folder in the store.</param>
internal sealed class LakeManifests(IBlobStore store, string folder)
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        WriteIndented = true,
    };

    private readonly string _path = $"{folder}/manifest.json";

    /// <summary>The table as it is, with the ETag to swap it by; nulls where there is none yet.</summary>
    public async Task<(LakeManifest? Manifest, string? ETag)> ReadAsync(CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(_path, cancellationToken) is not { } content)
        {
            return (null, null);
        }

        try
        {
            var manifest = JsonSerializer.Deserialize<LakeManifest>(content.Text, s_json) ?? throw new JsonException("It is empty.");
            return manifest.Version == LakeManifest.CurrentVersion
                ? (manifest, content.ETag)
                : throw LakeErrors.OtherVersion(store, _path, manifest.Version);
        }
        catch (JsonException error)
        {
            throw LakeErrors.Damaged(store, _path, error);
        }
    }

    /// <summary>Makes the table what the manifest says; false where another load came between, and nothing was written.</summary>
    public async Task<bool> SwapAsync(LakeManifest manifest, string? etag, CancellationToken cancellationToken)
    {
        var condition = etag is null ? BlobCondition.Absent : BlobCondition.Match(etag);
        return await store.WriteAsync(_path, JsonSerializer.SerializeToUtf8Bytes(manifest, s_json), condition, cancellationToken) is not null;
    }
}
