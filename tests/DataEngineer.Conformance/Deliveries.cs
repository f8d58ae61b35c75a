using System.Collections.Concurrent;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Conformance;

/// <summary>Notes what activities were delivered; it outlives the hosts of a test, as the outside world does.</summary>
public sealed class Deliveries
{
    private readonly ConcurrentQueue<Delivery> _all = new();

    /// <summary>In order of arrival.</summary>
    public IReadOnlyList<Delivery> All => [.. _all];

    /// <summary>Notes one.</summary>
    public Delivery Note(IActivityContext context, object? input)
    {
        var delivery = new Delivery(context.InstanceId, context.Name, context.FencingToken, input?.ToString());
        _all.Enqueue(delivery);
        return delivery;
    }

    /// <summary>How often an activity got that input.</summary>
    public int Count(string name, object? input) => _all.Count(delivery => delivery.Name == name && delivery.Input == input?.ToString());
}
