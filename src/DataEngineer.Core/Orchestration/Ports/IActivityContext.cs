namespace DataEngineer.Orchestration.Ports;

/// <summary>What an activity knows of its delivery.</summary>
public interface IActivityContext
{
    /// <summary>The orchestration instance that called.</summary>
    string InstanceId { get; }

    /// <summary>The registered name of the activity.</summary>
    string Name { get; }

    /// <summary>
    /// Unique to this delivery and increasing, compared ordinally, with every later delivery of the same call. Staged
    /// files carry it in their names, so that a superseded attempt never overwrites what a later one wrote.
    /// </summary>
    string FencingToken { get; }
}
