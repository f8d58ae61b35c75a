namespace DataEngineer.Planning.Graph;

/// <summary>
/// Steps that cannot be ordered, in groups in which each waits for every other (Tarjan's strongly connected components, without
/// recursion since chains can be long).
/// </summary>
internal sealed class Knots
{
    private readonly IReadOnlyDictionary<string, GraphStep> _steps;
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _low = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly Stack<string> _stack = new();
    private readonly List<IReadOnlySet<string>> _found = [];

    private Knots(IReadOnlyDictionary<string, GraphStep> steps) => _steps = steps;

    public static IReadOnlyList<IReadOnlySet<string>> Of(IReadOnlyDictionary<string, GraphStep> steps)
    {
        var knots = new Knots(steps);
        foreach (var step in steps.Keys.Order(StringComparer.Ordinal))
        {
            if (!knots._index.ContainsKey(step))
            {
                knots.Visit(step);
            }
        }

        return knots._found.OrderBy(knot => knot.Min(StringComparer.Ordinal), StringComparer.Ordinal).ToList();
    }

    private void Visit(string root)
    {
        var work = new Stack<(string Step, int Next)>();
        Enter(root);
        work.Push((root, 0));
        while (work.TryPop(out var frame))
        {
            var (step, next) = frame;
            if (next < _steps[step].Needs.Count)
            {
                work.Push((step, next + 1));
                var other = _steps[step].Needs[next].Step;
                if (!_index.TryGetValue(other, out var index))
                {
                    Enter(other);
                    work.Push((other, 0));
                }
                else if (_open.Contains(other))
                {
                    _low[step] = Math.Min(_low[step], index);
                }
            }
            else
            {
                Leave(step);
                if (work.TryPeek(out var caller))
                {
                    _low[caller.Step] = Math.Min(_low[caller.Step], _low[step]);
                }
            }
        }
    }

    private void Enter(string step)
    {
        _index[step] = _low[step] = _index.Count;
        _open.Add(step);
        _stack.Push(step);
    }

    private void Leave(string step)
    {
        if (_low[step] != _index[step])
        {
            return;
        }

        var knot = new HashSet<string>(StringComparer.Ordinal);
        string member;
        do
        {
            member = _stack.Pop();
            _open.Remove(member);
            knot.Add(member);
        }
        while (member != step);
        if (knot.Count > 1 || _steps[step].Needs.Any(edge => edge.Step == step))
        {
            _found.Add(knot);
        }
    }
}
