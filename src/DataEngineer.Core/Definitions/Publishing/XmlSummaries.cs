using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace DataEngineer.Definitions.Publishing;

/// <summary>
/// XML summaries of types and members, from the documentation files that the build puts next to the assemblies. Where a file is
/// missing there are no summaries, and nothing fails.
/// </summary>
internal static partial class XmlSummaries
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, string>> Known = new();

    public static string? Of(Type type) => Find(type.Assembly, $"T:{Name(type)}");

    public static string? Of(MemberInfo member) =>
        member.DeclaringType is { } type ? Find(type.Assembly, $"{(member is FieldInfo ? 'F' : 'P')}:{Name(type)}.{member.Name}") : null;

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    private static string? Find(Assembly assembly, string id) => Known.GetOrAdd(assembly, Load).GetValueOrDefault(id);

    private static Dictionary<string, string> Load(Assembly assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml");
        var summaries = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(path))
        {
            return summaries;
        }

        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        foreach (var member in XDocument.Load(reader).Descendants("member"))
        {
            if (member.Attribute("name")?.Value is { } name && member.Element("summary") is { } summary)
            {
                summaries[name] = Spaces().Replace(Text(summary), " ").Trim();
            }
        }

        return summaries;
    }

    private static string Text(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "paramref" or "typeparamref" } reference => Short(reference),
        XElement inner => Text(inner),
        _ => "",
    }));

    private static string Short(XElement reference) =>
        (reference.Attribute("cref") ?? reference.Attribute("name") ?? reference.Attribute("langword"))?.Value.Split('(')[0].Split('.', ':')[^1] ?? "";

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
