using System.Text;

namespace DataEngineer.Planning.Explain;

/// <summary>Lines of at most 100 columns: a label, then text that goes on below itself where it is longer.</summary>
internal sealed class TextPage
{
    private const int Width = 100;
    private const int Label = 14;

    private readonly StringBuilder _text = new();

    public void Line(string line) => _text.Append(line).Append('\n');

    public void Row(string label, string text)
    {
        var first = true;
        foreach (var line in Wrap(text, Width - Label))
        {
            Line($"{(first ? "  " + label : "").PadRight(Label)}{line}".TrimEnd());
            first = false;
        }
    }

    /// <summary>One row for each, the label before the first only; no row for none.</summary>
    public void Rows(string label, IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            Row(label, text);
            label = "";
        }
    }

    public override string ToString() => _text.ToString();

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear().Append("  ");
            }
            else if (line.Length > 0)
            {
                line.Append(' ');
            }

            line.Append(word);
        }

        yield return line.ToString();
    }
}
