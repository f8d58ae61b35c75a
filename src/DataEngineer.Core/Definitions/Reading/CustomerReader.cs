using DataEngineer.Connections;
using DataEngineer.Definitions.Binding;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Tree;
using DataEngineer.Definitions.Yaml;
using DataEngineer.Store;

namespace DataEngineer.Definitions.Reading;

/// <summary>Reads one customer's folder.</summary>
internal sealed class CustomerReader(IBlobStore pipelines, string id, IReadOnlyDictionary<string, IConnector> connectors)
{
    private const string CustomerFile = "customer.yml";

    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Document<PipelineDefinition>> _whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Document<PipelineDefinition>> _incomplete = new(StringComparer.Ordinal);
    private Document<CustomerDefinition>? _customer;
    private bool _customerIsWhole;

    public static async Task<CustomerFolder> ReadAsync(
        IBlobStore pipelines, string id, IReadOnlyList<BlobEntry> entries, IReadOnlyDictionary<string, IConnector> connectors, CancellationToken cancellationToken)
    {
        var reader = new CustomerReader(pipelines, id, connectors);
        foreach (var entry in entries)
        {
            await reader.ReadFileAsync(entry, cancellationToken);
        }

        return reader.Finish([.. entries.Select(entry => entry.Path[(id.Length + 1)..])]);
    }

    private async Task ReadFileAsync(BlobEntry entry, CancellationToken cancellationToken)
    {
        var path = entry.Path[(id.Length + 1)..];
        var isTop = !path.Contains('/', StringComparison.Ordinal);
        if (isTop && path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
        {
            Report(DiagnosticCodes.YamlEnding, entry.Path, "only .yml files are read as definitions.", $"Rename it to {path[..^5]}.yml.");
        }
        else if (path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".sql", StringComparison.Ordinal) || path.EndsWith(".py", StringComparison.Ordinal))
        {
            if (await ReadBytesAsync(entry, cancellationToken) is { } bytes)
            {
                Take(entry.Path, path, isTop && path.EndsWith(".yml", StringComparison.Ordinal), bytes.Span);
            }
        }
    }

    /// <summary>A file is refused by its listed length, before any of it is read.</summary>
    private async Task<ReadOnlyMemory<byte>?> ReadBytesAsync(BlobEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Length > YamlLimits.Bytes)
        {
            var problems = new Problems(entry.Path);
            SourceText.TooLarge(entry.Length, problems);
            _diagnostics.AddRange(problems.Found);
            return null;
        }

        return (await pipelines.ReadAsync(entry.Path, cancellationToken))?.Bytes;
    }

    private void Take(string file, string path, bool isDefinition, ReadOnlySpan<byte> bytes)
    {
        if (!isDefinition)
        {
            var problems = new Problems(file);
            if (SourceText.Decode(bytes, problems) is { } text)
            {
                _texts.Add(path, text);
            }

            _diagnostics.AddRange(problems.Found);
            return;
        }

        var yaml = YamlReader.Read(file, bytes);
        _texts.Add(path, yaml.Text);
        if (path == CustomerFile)
        {
            _customer = Binder.Bind<CustomerDefinition>(file, yaml, connectors);
            _customerIsWhole = !yaml.Problems.HasErrors;
        }
        else if (Binder.Bind<PipelineDefinition>(file, yaml, connectors) is { } pipeline)
        {
            (yaml.Problems.HasErrors ? _incomplete : _whole).Add(path[..^4], pipeline);
        }

        _diagnostics.AddRange(yaml.Problems.Found);
    }

    private CustomerFolder Finish(HashSet<string> files)
    {
        if (!files.Contains(CustomerFile) && files.Any(file => file.EndsWith(".yml", StringComparison.Ordinal) && !file.Contains('/', StringComparison.Ordinal)))
        {
            Report(DiagnosticCodes.NoCustomerFile, id, $"the folder has pipelines but no {CustomerFile}.", $"Write {id}/{CustomerFile} with customer, owner and connections.");
        }

        var tree = _customer is null ? null : new CustomerTree(id, _customer, _whole, _texts, files) { Incomplete = _incomplete };
        return new CustomerFolder(tree, _customerIsWhole, _diagnostics);
    }

    private void Report(string code, string file, string message, string fix) =>
        _diagnostics.Add(new Diagnostic(code, DiagnosticSeverity.Error, file, 0, 0, message, fix));
}
