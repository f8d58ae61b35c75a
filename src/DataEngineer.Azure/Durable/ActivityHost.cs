using System.Security.Cryptography;
using System.Text.Json;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Azure.Durable;

/// <summary>Runs the catalog's activities as Durable Functions delivers them: with a fencing token each, under the limits they were called with.</summary>
/// <remarks>
/// A token is the time in UTC ticks and a random part. The platform delivers a call again no sooner than its visibility timeout, of one
/// minute or more, so that later deliveries have greater tokens as long as no two hosts' clocks are further apart. Limits hold within
/// one host; a delivery that waits for a slot waits inside the platform's own activity limit.
/// </remarks>
public sealed class ActivityHost(DurableCatalog catalog, TimeProvider time)
{
    private readonly ConcurrencySlots _slots = new();

    /// <summary>Runs one delivery; answers its output as JSON, or null.</summary>
    /// <param name="name">The registered name of the activity.</param>
    /// <param name="instanceId">The orchestration instance that called.</param>
    /// <param name="call">An <see cref="ActivityCall"/>.</param>
    /// <param name="cancellationToken">Cancelled where the host stops.</param>
    public async Task<JsonElement?> RunAsync(string name, string instanceId, JsonElement call, CancellationToken cancellationToken)
    {
        if (!catalog.Activities.TryGetValue(name, out var activity))
        {
            throw new InvalidOperationException($"There is no activity '{name}' here; there are {string.Join(", ", catalog.Activities.Keys.Order(StringComparer.Ordinal))}.");
        }

        var (input, limits) = DurablePayload.Read<ActivityCall>(call)
            ?? throw new InvalidOperationException($"Activity '{name}' was called without an {nameof(ActivityCall)}.");
        using var slots = await _slots.TakeAsync(limits, cancellationToken);
        return DurablePayload.Write(await activity.Run(new ActivityDelivery(instanceId, name, NewToken()), input?.GetRawText(), cancellationToken));
    }

    private string NewToken() => $"{time.GetUtcNow().UtcTicks:x16}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
}
