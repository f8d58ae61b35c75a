using DataEngineer.Plans;

namespace DataEngineer.Planning;

/// <summary>Puts steps into an order in which each comes after what it needs, and otherwise by name.</summary>
internal static class StepOrder
{
    public static IReadOnlyList<Step> Of(IReadOnlyCollection<Step> steps)
    {
        var byName = steps.ToDictionary(step => step.Name, StringComparer.Ordinal);
        var open = steps.ToDictionary(step => step.Name, step => step.Needs.Count, StringComparer.Ordinal);
        var waiting = steps.SelectMany(step => step.Needs, (step, need) => (need.Step, Waits: step.Name)).ToLookup(edge => edge.Step, edge => edge.Waits, StringComparer.Ordinal);
        var ready = new SortedSet<string>(open.Where(step => step.Value == 0).Select(step => step.Key), StringComparer.Ordinal);
        var order = new List<Step>(steps.Count);
        while (ready.Min is { } next)
        {
            ready.Remove(next);
            order.Add(byName[next]);
            foreach (var step in waiting[next])
            {
                if (--open[step] == 0)
                {
                    ready.Add(step);
                }
            }
        }

        return order.Count == steps.Count ? order : throw new InvalidOperationException("Steps wait for one another.");
    }
}
